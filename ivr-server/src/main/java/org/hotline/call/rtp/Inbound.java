package org.hotline.call.rtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.ComfortNoise;
import org.hotline.audio.Frame;
import org.hotline.call.Signal;

/**
 * The listening half of a leg: packets in, an even stream of frames and keys out. Pure but for the packets it is given;
 * call's thread.
 */
final class Inbound {
    /** Noise is never louder than this many decibels below full scale, whatever the far side says. */
    private static final int LOUDEST_NOISE = 40;

    private final JitterBuffer buffer;
    private final Concealment concealment = new Concealment();
    private final KeyReceiver keys = new KeyReceiver();
    private final List<Signal.Key> pressed = new ArrayList<>();
    private Optional<ComfortNoise> noise = Optional.empty();
    private final Counter concealed = new Counter();
    private final Reception reception = new Reception();

    Inbound(RtpSettings settings) {
        buffer = new JitterBuffer((int) samples(settings.shortestDelay().toNanos()), (int)
                samples(settings.longestDelay().toNanos()));
    }

    /** Takes one packet of the agreed payload types. */
    void accept(RtpPacket packet, MediaFormat format) {
        reception.count(packet);
        if (packet.payloadType() == format.payloadType()) {
            reception.time(packet);
            noise = Optional.empty();
            buffer.put(packet, format.codec().decode(packet.payload()), samples(packet.arrival()));
        } else if (format.telephoneEvent().orElse(-1) == packet.payloadType()) {
            pressed.addAll(keys.accept(packet));
        } else if (packet.payload().length > 0) {
            noise = Optional.of(ComfortNoise.below(Math.max(LOUDEST_NOISE, packet.payload()[0]), packet.timestamp()));
        }
    }

    /** The 20 ms to be heard at {@code nanos}, on the clock of the packets' arrivals. */
    Frame hear(long nanos) {
        keys.tick().ifPresent(pressed::add);
        Optional<short[]> played = buffer.pull(samples(nanos)).or(this::quiet);
        if (played.isEmpty() && !concealment.isFaded()) {
            concealed.increment();
        }
        return Frame.of(played.map(concealment::heard).orElseGet(concealment::conceal), Frame.TELEPHONE_RATE);
    }

    /** The far side said that it falls silent, and how that sounds (RFC 3389). */
    private Optional<short[]> quiet() {
        return noise.map(hum -> hum.next(Frame.TELEPHONE_RATE).samples());
    }

    /** The keys since the last call. */
    List<Signal.Key> keys() {
        if (pressed.isEmpty()) {
            return List.of();
        }
        List<Signal.Key> since = List.copyOf(pressed);
        pressed.clear();
        return since;
    }

    Reception reception() {
        return reception;
    }

    long concealed() {
        return concealed.value();
    }

    long late() {
        return buffer.late();
    }

    long duplicate() {
        return buffer.duplicate();
    }

    private static long samples(long nanos) {
        return nanos * Frame.TELEPHONE_RATE / 1_000_000_000L;
    }
}
