package org.hotline.call.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline.audio.Frame;

/**
 * The sending half of a leg: an unbroken stream of packets, whose timestamps follow the pacer's rounds and nothing
 * else. When the call says nothing, silence is sent, which keeps NAT bindings and the far side's buffers alive.
 *
 * <p>{@link #say} belongs to the call's thread, {@link #send} to the pacer's. Sending allocates nothing.
 */
final class Outbound {
    private static final int FRAME = PlayoutRing.FRAME;
    private static final int LARGEST = RtpPacket.HEADER + 3 * FRAME;

    private final DatagramChannel channel;
    private final Counter total;
    private final PlayoutRing ring = new PlayoutRing();
    private final KeySender keys = new KeySender();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST);
    private final byte[] silence = new byte[FRAME];
    private final int source = ThreadLocalRandom.current().nextInt();
    private final int firstTimestamp = ThreadLocalRandom.current().nextInt();
    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private long lastRound = -1;
    private boolean marker = true;
    private Codec silentIn = Codec.PCMU;
    private final Counter sent = new Counter();
    private final Counter octets = new Counter();
    private final Counter starved = new Counter();

    /** @param total counts the packets of all legs */
    Outbound(DatagramChannel channel, Counter total) {
        this.channel = channel;
        this.total = total;
        Arrays.fill(silence, silentIn.silence());
    }

    /** Queues one frame to be sent; dropped if three are waiting. */
    void say(Frame frame, Codec codec) {
        ring.offer(frame, codec);
    }

    /** Queues a key, see {@link KeySender#press}. Any thread. */
    void press(char key, Duration length) {
        keys.press(key, length);
    }

    /** Sends what round {@code round} has to send. */
    void send(long round, MediaFormat format, InetSocketAddress remote) throws IOException {
        marker |= lastRound >= 0 && round != lastRound + 1;
        lastRound = round;
        int timestamp = timestamp(round);
        if (!format.direction().sends()) {
            ring.poll(packet.clear(), format.codec(), silence);
            packet.clear();
            marker = true;
            return;
        }
        if (packet.position() == 0) {
            header(format.payloadType(), timestamp);
        }
        if (!ring.poll(packet, format.codec(), silence(format.codec()))) {
            starved.increment();
        }
        if (sendKey(format.telephoneEvent(), timestamp, remote)) {
            return;
        }
        if (packet.position() == RtpPacket.HEADER + format.framesPerPacket() * FRAME) {
            flush(remote);
        }
    }

    int source() {
        return source;
    }

    /** The timestamp of what is sent in a round. */
    int timestamp(long round) {
        return firstTimestamp + (int) (round * FRAME);
    }

    /** Bytes of payload sent. */
    long octets() {
        return octets.value();
    }

    long sent() {
        return sent.value();
    }

    long starved() {
        return starved.value();
    }

    /** While a key is down, its packets take the place of sound (RFC 4733 section 2.5.1.2). */
    private boolean sendKey(OptionalInt payloadType, int timestamp, InetSocketAddress remote) throws IOException {
        if (payloadType.isEmpty() || !keys.tick(timestamp)) {
            return false;
        }
        packet.clear();
        RtpPacket.writeHeader(packet, payloadType.getAsInt(), keys.isFirst(), sequence++, keys.began(), source);
        keys.write(packet);
        flush(remote);
        return true;
    }

    private void header(int payloadType, int at) {
        RtpPacket.writeHeader(packet, payloadType, marker, sequence++, at, source);
        marker = false;
    }

    private void flush(InetSocketAddress remote) throws IOException {
        try {
            octets.add(packet.position() - RtpPacket.HEADER);
            channel.send(packet.flip(), remote);
            sent.increment();
            total.increment();
        } finally {
            packet.clear();
        }
    }

    private byte[] silence(Codec codec) {
        if (codec != silentIn) {
            silentIn = codec;
            Arrays.fill(silence, codec.silence());
        }
        return silence;
    }
}
