package org.hotline.call.rtp;

import java.time.Duration;
import java.util.Arrays;

/** How late packets were sent against the pacer's schedule, in steps of 50 us up to 25 ms. Immutable. */
public final class Punctuality {
    static final int STEPS = 500;
    static final long STEP_NANOS = 50_000;

    private final long[] packets;

    /** @param packets how many were late by each number of steps */
    Punctuality(long[] packets) {
        this.packets = packets.clone();
    }

    /** The same without what is in an earlier one. */
    public Punctuality since(Punctuality earlier) {
        long[] later = packets.clone();
        Arrays.setAll(later, step -> later[step] - earlier.packets[step]);
        return new Punctuality(later);
    }

    /** The lateness that {@code share} (0 to 1) of all packets do not exceed, rounded up; 25 ms stands for anything above. */
    public Duration of(double share) {
        long wanted = (long) Math.ceil(share * Arrays.stream(packets).sum());
        int step = 0;
        for (long seen = packets[0]; seen < wanted; seen += packets[step]) {
            step++;
        }
        return Duration.ofNanos((step + 1) * STEP_NANOS);
    }
}
