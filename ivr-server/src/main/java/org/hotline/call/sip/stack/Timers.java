package org.hotline.call.sip.stack;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later. One thread, which only posts to mailboxes. */
public final class Timers implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;
    private final Duration t1;

    public Timers(Duration t1) {
        this.t1 = t1;
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sip-timers").factory());
        executor.setRemoveOnCancelPolicy(true); // else a finished call stays reachable until its longest timer
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A timer that has been set. */
    @FunctionalInterface
    public interface Timer {
        /** One that was never set. */
        Timer NONE = () -> {};

        /** It will not ring any more; no effect if it has. */
        void cancel();
    }

    /** Posts {@code task} to {@code mailbox} after {@code delay}; not at all once closed. */
    public Timer after(Duration delay, Mailbox mailbox, Runnable task) {
        if (executor.isShutdown()) {
            return Timer.NONE;
        }
        var set = executor.schedule(() -> mailbox.post(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> set.cancel(false);
    }

    /** How long a transaction may stay unanswered: 64 times T1 (RFC 3261 section 17). */
    public Duration transaction() {
        return t1.multipliedBy(64);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
