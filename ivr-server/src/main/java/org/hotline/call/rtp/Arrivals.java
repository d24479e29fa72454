package org.hotline.call.rtp;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The doorstep of a leg: the receiver's thread leaves packets of the far side here, the call's thread takes them in.
 * When the call's thread stands still, the oldest go first.
 */
final class Arrivals {
    /** A good second of packets. */
    private static final int ROOM = 64;

    private final Latch latch = new Latch();
    private final BlockingQueue<RtpPacket> packets = new ArrayBlockingQueue<>(ROOM);
    private final Counter strange = new Counter();
    private final Counter malformed;
    private volatile Optional<MediaFormat> format = Optional.empty();

    Arrivals(Counter malformed) {
        this.malformed = malformed;
    }

    /** From now on packets of this agreement are taken. Any thread. */
    void expect(MediaFormat agreed) {
        format = Optional.of(agreed);
        latch.expect(agreed.remote());
    }

    /** A datagram came to the RTP port. Receiver's thread. */
    void media(ByteBuffer datagram, SocketAddress from, long nanos) {
        if (RtpPacket.isControl(datagram)) {
            return;
        }
        Optional<RtpPacket> packet = RtpPacket.parse(datagram, nanos);
        if (packet.isEmpty()) {
            malformed.increment();
        } else if (!isAgreed(packet.get())) {
            strange.increment();
        } else if (latch.admits(packet.get(), from)) {
            leave(packet.get());
        }
    }

    /** The oldest packet not yet taken. Call's thread. */
    Optional<RtpPacket> next() {
        return Optional.ofNullable(packets.poll());
    }

    Latch latch() {
        return latch;
    }

    /** Packets that nobody had agreed to. Any thread. */
    long refused() {
        return strange.value() + latch.refused();
    }

    private boolean isAgreed(RtpPacket packet) {
        int type = packet.payloadType();
        return format.filter(agreed -> type == agreed.payloadType()
                        || type == agreed.telephoneEvent().orElse(-1)
                        || type == agreed.comfortNoise().orElse(-1))
                .isPresent();
    }

    private void leave(RtpPacket packet) {
        while (!packets.offer(packet)) {
            packets.poll();
        }
    }
}
