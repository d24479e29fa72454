package org.hotline.phone;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * What a line does to packets on their way: loses some, delays some. Seeded, so that a bad line is bad in the same way
 * every time.
 */
public final class BadLine {
    private final Random random;
    private final double loss;
    private final Duration jitter;

    private BadLine(long seed, double loss, Duration jitter) {
        this.random = new Random(seed);
        this.loss = loss;
        this.jitter = jitter;
    }

    /** A line that loses and delays nothing. */
    public static BadLine perfect() {
        return new BadLine(1, 0, Duration.ZERO);
    }

    /** A line that loses this share of packets, 0 to 1. */
    public static BadLine loses(double share) {
        return new BadLine(1, share, Duration.ZERO);
    }

    /** The same line that also delays each packet by a random time up to {@code most}, so that packets overtake. */
    public BadLine jitters(Duration most) {
        return new BadLine(1, loss, most);
    }

    /** Carries one packet: runs {@code deliver} now, later, or never. */
    synchronized void carry(Runnable deliver) {
        if (random.nextDouble() < loss) {
            return;
        }
        if (jitter.isZero()) {
            deliver.run();
        } else {
            Executor later = CompletableFuture.delayedExecutor(
                    random.nextLong(jitter.toNanos()), TimeUnit.NANOSECONDS, Runnable::run);
            later.execute(deliver);
        }
    }
}
