package org.hotline.chores;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Keeps the journal of the queues as long as a day: a restart needs no more. */
public final class QueueTrimming implements Chore {
    private final ToIntFunction<Instant> trim;
    private final UnaryOperator<Instant> remembersFrom;
    private final InstantSource clock;

    /**
     * @param trim forgets what no restart needs from that instant on; says how much, and throws if it cannot
     * @param remembersFrom since when a restart at that instant needs the journal
     */
    public QueueTrimming(ToIntFunction<Instant> trim, UnaryOperator<Instant> remembersFrom, InstantSource clock) {
        this.trim = trim;
        this.remembersFrom = remembersFrom;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "trim-queue-journal";
    }

    @Override
    public Outcome run() {
        try {
            return new Outcome(trim.applyAsInt(remembersFrom.apply(clock.instant())), 0, "");
        } catch (RuntimeException away) {
            return Outcome.NOTHING.but(away);
        }
    }
}
