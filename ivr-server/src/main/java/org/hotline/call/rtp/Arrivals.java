package org.hotline.call.rtp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
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
    private final BlockingQueue<Control> controls = new ArrayBlockingQueue<>(8);
    private final Counter strange = new Counter();
    private final Counter malformed;
    private volatile Optional<MediaFormat> format = Optional.empty();
    private volatile Optional<InetSocketAddress> controlRemote = Optional.empty();

    /**
     * What came to the RTCP port in one datagram.
     *
     * @param nanos {@link System#nanoTime} of its arrival
     */
    record Control(List<RtcpPacket> packets, long nanos) {}

    Arrivals(Counter malformed) {
        this.malformed = malformed;
    }

    /** From now on packets of this agreement are taken. Any thread. */
    void expect(MediaFormat agreed) {
        format = Optional.of(agreed);
        controlRemote = Optional.of(agreed.remoteReports());
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

    /** A datagram came to the RTCP port: taken from the machine whose media we take. Receiver's thread. */
    void control(ByteBuffer datagram, SocketAddress from, long nanos) {
        if (!(from instanceof InetSocketAddress address)
                || latch.remote()
                        .filter(media -> media.getAddress().equals(address.getAddress()))
                        .isEmpty()) {
            strange.increment();
            return;
        }
        List<RtcpPacket> read = RtcpPacket.parse(datagram);
        if (read.isEmpty()) {
            malformed.increment();
            return;
        }
        controlRemote = Optional.of(address);
        controls.offer(new Control(read, nanos));
    }

    /** The oldest reports not yet taken. Call's thread. */
    Optional<Control> nextControl() {
        return Optional.ofNullable(controls.poll());
    }

    /** Where our reports go, once anything is agreed. Any thread. */
    Optional<InetSocketAddress> controlRemote() {
        return controlRemote;
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
