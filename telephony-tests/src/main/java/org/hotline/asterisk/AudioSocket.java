package org.hotline.asterisk;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.function.Consumer;
import org.hotline.audio.Frame;

/** One AudioSocket connection from Asterisk's side. Frames are sent by whoever calls, one at a time. */
public final class AudioSocket implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final Socket socket = new Socket();
    private final Pace pace;
    private final ByteBuffer bunch = ByteBuffer.allocate(8 * 643);
    private int bunched;

    /** How the bytes come. */
    public enum Pace {
        /** A message a segment, as Asterisk does. */
        WHOLE,
        /** Each byte by itself, as a slow path may deliver them. */
        BYTE_BY_BYTE,
        /** Five messages at once, as after a hiccup. */
        BUNCHED
    }

    /** How it ended. */
    enum End {
        /** The other side said so, or closed. */
        HUNG_UP,
        /** It sent something that Asterisk does not take. */
        ERROR
    }

    AudioSocket(String host, int port, UUID call, Pace pace) throws IOException {
        this.pace = pace;
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        send(message(0x01, 16).putLong(call.getMostSignificantBits()).putLong(call.getLeastSignificantBits()));
    }

    private static ByteBuffer message(int kind, int length) {
        return ByteBuffer.allocate(3 + length).put((byte) kind).putShort((short) length);
    }

    void say(Frame frame) throws IOException {
        ByteBuffer message = message(0x10, 2 * frame.samples().length).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : frame.samples()) {
            message.putShort(sample);
        }
        if (pace == Pace.BUNCHED) {
            bunch.put(message.flip());
            bunched++;
            if (bunched == 5) {
                bunched = 0;
                send(bunch);
                bunch.clear();
            }
        } else {
            send(message);
        }
    }

    void press(char key) throws IOException {
        send(message(0x03, 1).put((byte) key));
    }

    /** Sends what was put into this buffer. */
    private void send(ByteBuffer filled) throws IOException {
        byte[] bytes = new byte[filled.flip().remaining()];
        filled.get(bytes);
        OutputStream out = socket.getOutputStream();
        if (pace == Pace.BYTE_BY_BYTE) {
            for (byte each : bytes) {
                out.write(each);
            }
        } else {
            out.write(bytes);
        }
    }

    /** Hears until the end. */
    End listen(Consumer<Frame> ear) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int kind = in.read(); kind > 0; kind = in.read()) {
            int length = in.readUnsignedShort();
            if (kind != 0x10 || length == 0) {
                return End.ERROR;
            }
            ByteBuffer payload = ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[payload.remaining() / 2];
            payload.asShortBuffer().get(samples);
            ear.accept(Frame.of(samples, Frame.TELEPHONE_RATE));
        }
        return End.HUNG_UP;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
