package org.hotline.call.asterisk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.hotline.audio.Frame;

/**
 * The sending half of one AudioSocket connection: header and payload in one write, never blocking, never waiting for an
 * Asterisk that does not read. The pacer's thread, which is the only one that writes.
 */
final class Connection {
    private static final int LONGEST = Packet.HEADER + Short.BYTES * 16_000 / Frame.PER_SECOND;

    private final SocketChannel channel;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LONGEST).limit(0);
    private int stalled;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Sends one frame, or leaves it out if Asterisk has not taken the last one yet.
     *
     * @return how many frames in a row were left out
     */
    int send(int kind, Frame frame) throws IOException {
        if (flush()) {
            stalled = 0;
            write(kind, frame.samples());
        } else {
            stalled++;
        }
        return stalled;
    }

    /** Gives the call back: hang-up, then the end of our stream. What comes meanwhile is still read, or TCP would reset. */
    void finish() throws IOException {
        if (flush()) {
            write(Packet.HANG_UP, new short[0]);
            channel.shutdownOutput();
        } else {
            channel.close();
        }
    }

    private boolean flush() throws IOException {
        if (packet.hasRemaining()) {
            channel.write(packet);
        }
        return !packet.hasRemaining();
    }

    private void write(int kind, short[] samples) throws IOException {
        packet.clear();
        packet.put((byte) kind).putShort((short) (samples.length * Short.BYTES));
        for (short sample : samples) {
            packet.putShort(Short.reverseBytes(sample));
        }
        channel.write(packet.flip());
    }
}
