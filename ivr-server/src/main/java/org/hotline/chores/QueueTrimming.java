package org.hotline.chores;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.hotline.queue.QueueJournal;

/** Keeps the journal of the queues as long as a day: a restart needs no more. */
public final class QueueTrimming implements Chore {
    private final QueueJournal journal;
    private final UnaryOperator<Instant> remembersFrom;
    private final InstantSource clock;

    /** @param remembersFrom since when a restart at that instant needs the journal */
    public QueueTrimming(QueueJournal journal, UnaryOperator<Instant> remembersFrom, InstantSource clock) {
        this.journal = journal;
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
            return new Outcome(journal.trim(remembersFrom.apply(clock.instant())), 0, "");
        } catch (RuntimeException away) {
            return Outcome.NOTHING.but(away);
        }
    }
}
