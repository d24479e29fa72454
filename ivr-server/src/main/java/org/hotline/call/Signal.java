package org.hotline.call;

import java.time.Duration;
import java.util.function.Consumer;

/** What can happen on the line besides sound. Delivered by {@link Call#exchange} in order of arrival. */
public sealed interface Signal {
    /**
     * A key pressed once (RFC 4733 telephone-event, SIP INFO or AudioSocket DTMF).
     *
     * @param digit one of {@code 0-9 * # A-D}
     * @param length how long it was held, as far as known
     */
    record Key(char digit, Duration length) implements Signal {
        public Key {
            if ("0123456789*#ABCD".indexOf(digit) < 0) {
                throw new IllegalArgumentException("not a key: " + digit);
            }
        }
    }

    /** The far side put us on hold (RFC 3264 section 8.4): its sound pauses, ours may be dropped. */
    record Hold() implements Signal {}

    /** The far side took us back. */
    record Resume() implements Signal {}

    /**
     * The far side asks us to connect its partner elsewhere (REFER, RFC 3515).
     *
     * @param target the SIP URI or number asked for, unchecked
     * @param told hears once what became of it; any thread
     */
    record Referred(String target, Consumer<Fate> told) implements Signal {
        /** A wish whose fate nobody waits to hear. */
        public Referred(String target) {
            this(target, fate -> {});
        }
    }

    /** What became of a wish to be connected elsewhere. */
    sealed interface Fate {
        /** They talk with one another. */
        record Connected() implements Fate {}

        /** They do not. */
        record Failed(HangupCause cause) implements Fate {}
    }
}
