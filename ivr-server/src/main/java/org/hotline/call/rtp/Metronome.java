package org.hotline.call.rtp;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Where the call's thread waits for the pacer: one beat each 20 ms, numbered by the pacer's rounds. A thread that has
 * fallen behind catches up beat by beat, or, when more than {@link #PATIENCE} behind, leaves beats out.
 */
public final class Metronome {
    /** Beats (of 20 ms) that a thread may be behind before it gives them up. */
    static final int PATIENCE = 5;

    /** Beats it resumes behind, so that the playout ring fills again. */
    private static final int RESUME = 1;

    private volatile long round = -1;
    private volatile Optional<Thread> listener = Optional.empty();
    private long served = -1;

    /** The pacer's round has come; {@link #wake} says so to who waits. */
    public void beat(long number) {
        round = number;
    }

    /** Has the thread that waits here, if any does, look again. Any thread. */
    public void wake() {
        listener.ifPresent(LockSupport::unpark);
    }

    /** Waits for the next beat and answers its round; returns early, with the last one, when {@code over}. */
    public long await(BooleanSupplier over) {
        if (served == round) {
            park(over);
        }
        long now = round;
        boolean lost = served < 0 || now - served > PATIENCE;
        served = Math.max(served + 1, lost ? now - RESUME : 0);
        return served;
    }

    private void park(BooleanSupplier over) {
        boolean interrupted = false;
        Thread self = Thread.currentThread();
        if (listener.filter(self::equals).isEmpty()) {
            listener = Optional.of(self); // and stays: almost always it is the same one that comes again
        }
        while (served == round && !over.getAsBoolean()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            self.interrupt();
        }
    }
}
