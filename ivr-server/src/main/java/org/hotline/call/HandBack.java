package org.hotline.call;

import java.util.Map;
import java.util.Optional;

/**
 * What an exchange that handed us a call is asked to do with it when it takes it back.
 *
 * @param way how the call goes on there
 * @param target the queue's name, or the number to be connected with; empty otherwise
 * @param issue the caller's problem, as far as it is located
 * @param slots what the caller told us, by name
 */
public record HandBack(Way way, String target, Optional<String> issue, Map<String, String> slots) {
    /** How a call can go on. */
    public enum Way {
        /** Into the exchange's own queue of this name. */
        QUEUE,
        /** Connect with this number or address. */
        NUMBER,
        /** To whoever takes calls that could not be served: our fault. */
        OPERATOR,
        /** The caller is served: hang up. */
        HANG_UP
    }

    public HandBack {
        slots = Map.copyOf(slots);
    }
}
