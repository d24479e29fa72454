package org.hotline.call;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one call in logs, files, the store and on pages: 26 characters of {@code [0-9a-z]}, sorted by time of creation
 * (millisecond, then random). Never taken from the network, so it is safe in paths and queries.
 *
 * @param text the name
 */
public record CallId(String text) implements Comparable<CallId> {
    /** Where a call's thread says which call it serves. */
    public static final ScopedValue<CallId> CURRENT = ScopedValue.newInstance();

    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{4,40}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if {@code text} is not 4 to 40 characters of {@code [0-9a-z]} */
    public CallId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a call id");
        }
    }

    /** A new name for a call that arrives at {@code now}. */
    public static CallId at(Instant now) {
        String time = leftPad(Long.toString(now.toEpochMilli(), 36), 10);
        String chance = leftPad(Long.toUnsignedString(RANDOM.nextLong(), 36), 14);
        return new CallId(time + chance + leftPad(Integer.toString(RANDOM.nextInt(36 * 36), 36), 2));
    }

    private static String leftPad(String digits, int width) {
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    @Override
    public int compareTo(CallId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
