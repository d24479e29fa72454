package org.hotline.call.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Asterisk, and what it cannot do for us.
 *
 * @param major 16 to 23, each with a series of its own
 */
record Version(int major, int minor) {
    private static final Pattern NUMBER = Pattern.compile("\\D*(\\d{1,4})\\.(\\d{1,4}).*");

    /** AudioSocket() came with this one. */
    private static final int FIRST = 18;

    /** The first of each series that sends keys and lets the dialplan go on after the talk. */
    private static final Map<Integer, Integer> WITH_KEYS = Map.of(20, 14, 21, 9, 22, 4);

    private static final int OLDEST_WITH_KEYS = 20;

    /** Reads {@code agi_version}: {@code 22.9.0}, {@code certified-20.7-cert5}; empty for builds without a number. */
    static Optional<Version> of(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new Version(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2))))
                : Optional.empty();
    }

    /** What its administrator should know; empty if nothing is missing. */
    Optional<String> shortcoming() {
        if (major < FIRST) {
            return Optional.of("it has no AudioSocket(): use 20.19, 22.9, 23.3 or newer");
        }
        boolean keys = major >= OLDEST_WITH_KEYS && minor >= WITH_KEYS.getOrDefault(major, 0);
        return keys
                ? Optional.empty()
                : Optional.of(
                        "it sends no keys over AudioSocket: callers can only speak; use 20.14, 21.9, 22.4 or newer");
    }
}
