package org.hotline.supervision.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A recording's loudness over time, for drawing. Immutable by agreement: nobody writes to the arrays. */
public final class Peaks {
    private final int perSecond;
    private final Duration length;
    private final byte[] caller;
    private final byte[] other;

    /**
     * @param perSecond slices in a second
     * @param length of the recording
     * @param caller largest amplitude of the caller's side in each slice, 0 to 127
     * @param other the same for the other side
     */
    public Peaks(int perSecond, Duration length, byte[] caller, byte[] other) {
        this.perSecond = perSecond;
        this.length = length;
        this.caller = caller;
        this.other = other;
    }

    View view() {
        return new View(perSecond, length.toMillis(), numbers(caller), numbers(other));
    }

    private static List<Integer> numbers(byte[] amplitudes) {
        List<Integer> numbers = new ArrayList<>(amplitudes.length);
        for (byte amplitude : amplitudes) {
            numbers.add(Math.max(0, amplitude));
        }
        return numbers;
    }

    /** As the contract wants it. */
    record View(int perSecond, long lengthMs, List<Integer> caller, List<Integer> other) {}
}
