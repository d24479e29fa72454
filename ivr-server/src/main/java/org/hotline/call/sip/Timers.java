package org.hotline.call.sip;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later. One thread, which only posts to mailboxes. */
final class Timers implements AutoCloseable {
    /** T1 of RFC 3261 section 17: the estimate of a round trip. */
    static final Duration T1 = Duration.ofMillis(500);

    /** How long a transaction may stay unanswered: 64 times T1. */
    static final Duration TRANSACTION = T1.multipliedBy(64);

    private final ScheduledThreadPoolExecutor executor;

    Timers() {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sip-timers").factory());
        executor.setRemoveOnCancelPolicy(true); // else a finished call stays reachable until its longest timer
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A timer that has been set. */
    @FunctionalInterface
    interface Timer {
        /** One that was never set. */
        Timer NONE = () -> {};

        /** It will not ring any more; no effect if it has. */
        void cancel();
    }

    /** Posts {@code task} to {@code mailbox} after {@code delay}; not at all once closed. */
    Timer after(Duration delay, Mailbox mailbox, Runnable task) {
        if (executor.isShutdown()) {
            return Timer.NONE;
        }
        var set = executor.schedule(() -> mailbox.post(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> set.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
