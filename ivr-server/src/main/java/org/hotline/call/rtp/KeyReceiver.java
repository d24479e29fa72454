package org.hotline.call.rtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.call.Signal;

/**
 * Turns telephone-event packets into keys, each exactly once, whatever is lost, repeated or reordered (RFC 4733 section
 * 2.5.2): packets of one key share a timestamp; a key counts when the first of its end packets comes, when the next key
 * begins, or when nothing more of it has come for {@link #LOST_AFTER} ticks. Call's thread.
 */
final class KeyReceiver {
    /** Ticks of 20 ms without an update after which the end packets of a key must have been lost. */
    static final int LOST_AFTER = 8;

    private Optional<TelephoneEvent> down = Optional.empty();
    private boolean any;
    private int source;
    private int timestamp;
    private int quiet;

    /** Takes one packet; the keys it completes, none mostly. */
    List<Signal.Key> accept(RtpPacket packet) {
        Optional<TelephoneEvent> event = TelephoneEvent.parse(packet.payload());
        int newer = packet.timestamp() - timestamp;
        boolean known = any && packet.source() == source;
        if (event.isEmpty() || (known && (newer < 0 || (newer == 0 && down.isEmpty())))) {
            return List.of();
        }
        List<Signal.Key> keys = new ArrayList<>(2);
        if (newer != 0 && !continues(event.get(), packet)) {
            release().ifPresent(keys::add);
        }
        any = true;
        quiet = 0;
        source = packet.source();
        timestamp = packet.timestamp();
        down = Optional.of(longer(event.get()));
        if (event.get().end()) {
            release().ifPresent(keys::add);
        }
        return keys;
    }

    /** One tick passed: gives the key whose end was lost. */
    Optional<Signal.Key> tick() {
        return down.isPresent() && ++quiet >= LOST_AFTER ? release() : Optional.empty();
    }

    /** Keys held for more than 8 s come in segments (RFC 4733 section 2.5.1.3): same key, no marker, no gap. */
    private boolean continues(TelephoneEvent event, RtpPacket packet) {
        return !packet.marker()
                && down.filter(held -> held.key() == event.key() && timestamp + held.duration() == packet.timestamp())
                        .isPresent();
    }

    private TelephoneEvent longer(TelephoneEvent event) {
        return down.filter(held -> held.key() == event.key() && held.duration() > event.duration())
                .orElse(event);
    }

    private Optional<Signal.Key> release() {
        Optional<Signal.Key> key = down.map(event ->
                new Signal.Key(event.key(), Duration.ofMillis(event.duration() * 1000L / Frame.TELEPHONE_RATE)));
        down = Optional.empty();
        return key;
    }
}
