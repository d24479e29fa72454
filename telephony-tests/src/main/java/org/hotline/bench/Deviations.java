package org.hotline.bench;

import java.util.Arrays;

/** Many durations, to be told by their percentiles. One thread adds, another asks after it has ended. */
final class Deviations {
    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** The value that {@code share} (0 to 1) of all do not exceed, in milliseconds; 1 is the greatest. */
    double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
    }

    int count() {
        return count;
    }
}
