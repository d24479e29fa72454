package org.hotline.call.rtp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Symmetric RTP (RFC 4961) with a lock on the door: packets go back to where the far side's really come from, which
 * behind a NAT is not what its SDP says, but nobody else can take the stream over ("RTP bleed").
 *
 * <p>A stranger is believed after {@link #PROOF} packets in a row with one SSRC and an agreed payload type, and only
 * while nobody is latched: at first, after a re-INVITE, or when the latched source has been silent for {@link
 * #SILENCE_NANOS}. The address named in the SDP is believed at once. Receiver's thread, except {@link #expect} and the
 * accessors.
 */
final class Latch {
    /** Packets in a row that a stranger must send. */
    static final int PROOF = 3;

    /** How long the latched source must be silent before another may replace it: 2 s. */
    static final long SILENCE_NANOS = 2_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Latch.class);

    private record Candidate(SocketAddress from, int source) {}

    private final Counter refused = new Counter();
    private final Counter moved = new Counter();
    private volatile Optional<InetSocketAddress> remote = Optional.empty();
    private volatile boolean open = true;
    private Optional<Candidate> stranger = Optional.empty();
    private int proof;
    private long lastHeard;

    /** A new agreement (answer or re-INVITE): send there, and let the far side prove itself anew. Any thread. */
    void expect(InetSocketAddress announced) {
        remote = Optional.of(announced);
        open = true;
    }

    /** Where to send, once anything is agreed. Any thread. */
    Optional<InetSocketAddress> remote() {
        return remote;
    }

    /** Packets turned away. Any thread. */
    long refused() {
        return refused.value();
    }

    /** How often the far side turned out to be elsewhere than announced. Any thread. */
    long moved() {
        return moved.value();
    }

    /** True if a packet of an agreed payload type comes from the far side. */
    boolean admits(RtpPacket packet, SocketAddress from) {
        boolean known = remote.filter(from::equals).isPresent();
        if (!known && !(isFree(packet) && isProven(packet, from))) {
            refused.increment();
            return false;
        }
        if (!known && from instanceof InetSocketAddress address) {
            remote = Optional.of(address);
            moved.increment();
            LOG.atInfo().addKeyValue("ssrc", packet.source()).log("Media comes from another address than announced");
        }
        open = false;
        proof = 0;
        lastHeard = packet.arrival();
        return true;
    }

    private boolean isFree(RtpPacket packet) {
        return open || packet.arrival() - lastHeard > SILENCE_NANOS;
    }

    private boolean isProven(RtpPacket packet, SocketAddress from) {
        Candidate candidate = new Candidate(from, packet.source());
        proof = stranger.filter(candidate::equals).isPresent() ? proof + 1 : 1;
        stranger = Optional.of(candidate);
        return proof >= PROOF;
    }
}
