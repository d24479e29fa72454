package org.hotline.call.rtp;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of all legs: one thread, a wheel of 20 slots of 1 ms, each leg in one of them, so each is served every 20 ms
 * and all of them evenly spread.
 *
 * <p>The schedule is absolute ({@code start + n * 1 ms}): being late once delays one packet, never the next. After a
 * standstill of more than {@link #STANDSTILL} the missed rounds are left out instead of being sent in one burst.
 */
public final class Pacer implements AutoCloseable {
    /** Who is served by the wheel. Must not block. */
    public interface Paced {
        /** Round {@code number} has come; rounds are 20 ms apart and rise by more than one after a standstill. */
        void beat(long number) throws IOException;

        /** The thread that waits for the beat may go on; called a little after it, by the bell. */
        void wake();
    }

    static final int SLOTS = 20;
    static final long SLOT_NANOS = 1_000_000;
    private static final long ROUND_NANOS = SLOTS * SLOT_NANOS;
    /** So many slots are served before the threads of their calls are woken: each waking has its price. */
    private static final int PEAL = 4;

    private static final long STANDSTILL = 200_000_000;
    private static final long LATE = 5_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);

    private final Slot[] slots = new Slot[SLOTS];
    private final long start = System.nanoTime();
    private final Thread thread = new Thread(this::run, "rtp-pacer");
    private final Bell bell = new Bell(this::wake);
    private int served;
    private volatile boolean open = true;
    private volatile long lastBeat = start;
    private final Counter lateBeats = new Counter();
    private final Counter skippedRounds = new Counter();
    private final Counter failures = new Counter();

    private final AtomicLongArray lateness = new AtomicLongArray(Punctuality.STEPS);

    Pacer() {
        Arrays.setAll(slots, slot -> new Slot());
        thread.setDaemon(true);
    }

    void start() {
        bell.start();
        thread.start();
    }

    /** Puts a leg into the emptiest slot. */
    synchronized Place add(Paced leg) {
        int emptiest = 0;
        for (int slot = 1; slot < SLOTS; slot++) {
            if (slots[slot].legs.length < slots[emptiest].legs.length) {
                emptiest = slot;
            }
        }
        slots[emptiest].add(leg);
        return new Place(emptiest, leg);
    }

    /** Where a leg sits on the wheel. */
    public final class Place {
        private final int slot;
        private final Paced leg;

        private Place(int slot, Paced leg) {
            this.slot = slot;
            this.leg = leg;
        }

        /** When its round {@code round} is due, on the clock of {@link System#nanoTime}. */
        public long due(long round) {
            return Pacer.this.due(round, slot);
        }

        /** Leaves the wheel. Idempotent. */
        public void leave() {
            synchronized (Pacer.this) {
                slots[slot].remove(leg);
            }
        }
    }

    private long due(long round, int slot) {
        return start + (round * SLOTS + slot) * SLOT_NANOS;
    }

    /** Time since the last beat. */
    Duration age() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - lastBeat));
    }

    long lateBeats() {
        return lateBeats.value();
    }

    long skippedRounds() {
        return skippedRounds.value();
    }

    long failures() {
        return failures.value();
    }

    /** How late legs were served, since the start. */
    Punctuality punctuality() {
        return new Punctuality(IntStream.range(0, Punctuality.STEPS)
                .mapToLong(lateness::getOpaque)
                .toArray());
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        bell.close();
    }

    private void run() {
        Urgency.claim();
        long round = 0;
        while (open) {
            for (int slot = 0; slot < SLOTS && open; slot++) {
                if (slots[slot].legs.length > 0) {
                    sleepUntil(due(round, slot));
                    beat(slots[slot].legs, round, due(round, slot));
                    served |= 1 << slot;
                }
                if (slot % PEAL == PEAL - 1 && served != 0) {
                    bell.ring(served);
                    served = 0;
                }
            }
            round = next(round);
        }
    }

    private void wake(int slot) {
        for (Paced leg : slots[slot].legs) {
            leg.wake();
        }
    }

    private long next(long round) {
        sleepUntil(due(round + 1, 0));
        long late = System.nanoTime() - due(round + 1, 0);
        lastBeat = System.nanoTime();
        if (late > LATE) {
            lateBeats.increment();
        }
        if (late <= STANDSTILL) {
            return round + 1;
        }
        long missed = late / ROUND_NANOS;
        skippedRounds.add(missed);
        LOG.atWarn().addKeyValue("rounds", missed).log("Media stood still; rounds left out");
        return round + 1 + missed;
    }

    private void beat(Paced[] legs, long round, long due) {
        for (Paced leg : legs) {
            try {
                leg.beat(round);
                note(System.nanoTime() - due);
            } catch (Throwable failure) {
                // Whatever it is, it is one leg's trouble: a thread that dies here would silence every call.
                failures.increment();
                // The 1st, 2nd, 4th, 8th, ... is logged: this may go on 50 times a second.
                if (Long.bitCount(failures.value()) == 1) {
                    LOG.atError()
                            .setCause(failure)
                            .addKeyValue("failures", failures.value())
                            .log("A leg could not be served");
                }
            }
        }
    }

    private void note(long late) {
        int step = Math.clamp(late / Punctuality.STEP_NANOS, 0, Punctuality.STEPS - 1);
        lateness.setOpaque(step, lateness.getPlain(step) + 1);
    }

    private void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0 && open; left = due - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** The legs of one millisecond: replaced as a whole, read without a lock. */
    private static final class Slot {
        private volatile Paced[] legs = {};

        void add(Paced leg) {
            Paced[] more = Arrays.copyOf(legs, legs.length + 1);
            more[legs.length] = leg;
            legs = more;
        }

        void remove(Paced leg) {
            legs = Arrays.stream(legs).filter(other -> !other.equals(leg)).toArray(Paced[]::new);
        }
    }
}
