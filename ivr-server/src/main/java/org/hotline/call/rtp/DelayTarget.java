package org.hotline.call.rtp;

/**
 * How long the jitter buffer should hold sound back: as long as arrivals have spread in the last seconds, plus one
 * frame, within bounds. All numbers are samples of 8 kHz.
 *
 * <p>The spread is the greatest minus the least transit time of two windows, the present and the one before it, so it
 * grows at once and shrinks after {@link #WINDOW} to twice that; the least transit follows the drift of the two clocks.
 */
final class DelayTarget {
    /** Two seconds. */
    static final long WINDOW = 16_000;

    private static final int FRAME = PlayoutRing.FRAME;

    private final int shortest;
    private final int longest;
    private boolean any;
    private long windowEnd;
    private long least;
    private long greatest;
    private long previousLeast;
    private long previousGreatest;

    DelayTarget(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** Forgets everything: a new stream begins. */
    void restart() {
        any = false;
    }

    /** Sound that ends at stream position {@code end} arrived at {@code now}. */
    void observe(long end, long now) {
        long transit = now - end;
        if (!any) {
            any = true;
            windowEnd = now + WINDOW;
            least = greatest = previousLeast = previousGreatest = transit;
        } else if (now >= windowEnd) {
            windowEnd = now + WINDOW;
            previousLeast = least;
            previousGreatest = greatest;
            least = greatest = transit;
        }
        least = Math.min(least, transit);
        greatest = Math.max(greatest, transit);
    }

    /** The delay aimed at. */
    int delay() {
        long spread = Math.max(greatest, previousGreatest) - fastest();
        return Math.clamp(spread + FRAME, shortest, longest);
    }

    /** The stream position at which a frame played at {@code now} should begin. */
    long ideal(long now) {
        return now - fastest() - delay() - FRAME;
    }

    private long fastest() {
        return Math.min(least, previousLeast);
    }
}
