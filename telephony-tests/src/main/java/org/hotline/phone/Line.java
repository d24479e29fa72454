package org.hotline.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.audio.Ulaw;

/**
 * The phone's end of the sound: sends one G.711 µ-law packet every 20 ms (RFC 3550, RFC 3551), silence when there is
 * nothing to say, and plays what arrives into {@code ear}, frame by frame in order of arrival. Any thread may say and
 * press; the metronome sends; ears are called by the reader, with no lock that a speaker may hold.
 */
final class Line implements Mouth {
    private static final int SAMPLES = 160;
    private static final int ULAW = 0;
    private static final Utterance SILENCE = new Utterance.Voice(Frame.silence(Frame.TELEPHONE_RATE));
    private static final String KEYS = "0123456789*#ABCD";

    private final DatagramSocket socket;
    private final BadLine weather;
    private final Consumer<Frame> ear;
    private final Consumer<Character> keyEar;
    private final Queue<Utterance> mouth = new ConcurrentLinkedQueue<>();
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final Runnable beat = this::sendOne;
    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private volatile InetSocketAddress far = new InetSocketAddress(0);
    private volatile int eventType = 101;
    private volatile boolean silent;
    private volatile LineWatch watch = LineWatch.NOBODY;
    private volatile long received;
    private int lastEventTimestamp;
    private boolean sawEvent;
    private int eventTimestamp;

    /** What one packet says. */
    private sealed interface Utterance {
        record Voice(Frame frame) implements Utterance {}

        /** A part of a key press; {@code duration} in samples. */
        record Key(int code, int duration, boolean begins, boolean ends) implements Utterance {
            byte[] payload() {
                return new byte[] {(byte) code, (byte) ((ends ? 0x80 : 0) | 10), (byte) (duration >> 8), (byte) duration
                };
            }
        }
    }

    Line(InetAddress local, BadLine weather, Consumer<Frame> ear, Consumer<Character> keyEar) {
        this.weather = weather;
        this.ear = ear;
        this.keyEar = keyEar;
        try {
            socket = new DatagramSocket(new InetSocketAddress(local, 0));
        } catch (SocketException wrong) {
            throw new UncheckedIOException("no port for the phone's sound on " + local, wrong);
        }
        Thread.ofVirtual().name("phone-line-" + socket.getLocalPort()).start(this::receive);
    }

    int port() {
        return socket.getLocalPort();
    }

    long received() {
        return received;
    }

    /** Where to send; begins to send with the first call. */
    void connect(InetSocketAddress address, int telephoneEvent) {
        boolean first = far.getPort() == 0;
        far = address;
        eventType = telephoneEvent;
        if (first) {
            Metronome.join(beat);
        }
    }

    @Override
    public void watch(LineWatch observer) {
        watch = observer;
    }

    /** The phone vanishes: no more packets, as when its battery dies. */
    @Override
    public void fallSilent() {
        silent = true;
    }

    /** Says this after what is still to be said. */
    @Override
    public void say(Iterable<Frame> frames) {
        for (Frame frame : frames) {
            mouth.add(new Utterance.Voice(frame));
        }
    }

    /** Presses a key for 100 ms (RFC 4733 section 2.5: updates, then the end three times). */
    @Override
    public void press(char key) {
        int code = KEYS.indexOf(key);
        for (int i = 1; i <= 8; i++) {
            mouth.add(new Utterance.Key(code, Math.min(i, 5) * SAMPLES, i == 1, i > 5));
        }
        for (int i = 0; i < 3; i++) {
            mouth.add(SILENCE);
        }
    }

    /** True when all that was to be said is said. */
    @Override
    public boolean isQuiet() {
        return mouth.isEmpty();
    }

    private void sendOne() {
        if (silent || socket.isClosed()) {
            return;
        }
        Utterance next = Optional.ofNullable(mouth.poll()).orElse(SILENCE);
        byte[] packet = packet(next);
        timestamp += SAMPLES;
        weather.carry(() -> send(packet));
        if (next instanceof Utterance.Voice voice) {
            watch.said(voice.frame(), System.nanoTime());
        }
    }

    private byte[] packet(Utterance next) {
        return switch (next) {
            case Utterance.Voice voice -> stamped(ULAW, encode(voice.frame()), false, timestamp);
            case Utterance.Key key -> {
                // RFC 4733 section 2.3: all packets of one event carry its first timestamp.
                eventTimestamp = key.begins() ? timestamp : eventTimestamp;
                yield stamped(eventType, key.payload(), key.begins(), eventTimestamp);
            }
        };
    }

    private byte[] stamped(int type, byte[] payload, boolean marker, int stamp) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) ((marker ? 0x80 : 0) | type)).putShort((short) sequence++);
        packet.putInt(stamp).putInt(ssrc).put(payload);
        return packet.array();
    }

    private void send(byte[] packet) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, far));
        } catch (IOException gone) {
            // A closed far port answers with ICMP; the signalling decides whether the call is over.
        }
    }

    private void receive() {
        byte[] buffer = new byte[2048];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                byte[] copy = Arrays.copyOf(buffer, packet.getLength());
                weather.carry(() -> hear(copy));
            } catch (IOException closed) {
                // Closed by hanging up, or an ICMP error: look at the loop's condition.
            }
        }
    }

    private synchronized void hear(byte[] packet) {
        if (packet.length < 12 || (packet[0] & 0xC0) != 0x80) {
            return;
        }
        received++;
        int type = packet[1] & 0x7F;
        if (type == ULAW && packet.length == 12 + SAMPLES) {
            short[] samples = new short[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                samples[i] = Ulaw.decode(packet[12 + i]);
            }
            Frame frame = Frame.of(samples, Frame.TELEPHONE_RATE);
            watch.heard(frame, System.nanoTime());
            ear.accept(frame);
        } else if (type == eventType && packet.length >= 16 && (packet[13] & 0x80) != 0) {
            int stamp = ByteBuffer.wrap(packet).getInt(4);
            if (!sawEvent || stamp != lastEventTimestamp) {
                sawEvent = true;
                lastEventTimestamp = stamp;
                keyEar.accept(KEYS.charAt(packet[12] & 0x0F));
            }
        }
    }

    private static byte[] encode(Frame frame) {
        byte[] payload = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            payload[i] = Ulaw.encode(frame.samples()[i]);
        }
        return payload;
    }

    @Override
    public void close() {
        Metronome.leave(beat);
        socket.close();
    }
}
