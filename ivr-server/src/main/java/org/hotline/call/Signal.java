package org.hotline.call;

import java.time.Duration;

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
     * The far side asks us to connect it elsewhere (REFER, RFC 3515).
     *
     * @param target the SIP URI or number asked for, unchecked
     */
    record Referred(String target) implements Signal {}
}
