package org.hotline.queue;

import java.time.Instant;
import java.util.List;

/** The memory of the distributor: everything that happened, in order. Played again, it gives the same state. */
public interface QueueJournal extends AutoCloseable {
    /** Remembers one event. Never blocks on the store and never throws; the dispatcher's thread. */
    void append(Entry entry);

    /**
     * What is needed to play the time since {@code from} again: all entries at or after it, preceded by each agent's
     * last entry about being at work (signed in, out, ready, break) before it. In order.
     *
     * @throws RuntimeException if the store cannot be read
     */
    List<Entry> since(Instant from);

    /**
     * Forgets what neither {@link #since} of {@code from} nor of any later time answers. Any thread but the
     * dispatcher's: it may take a while.
     *
     * @return how many entries it forgot
     * @throws RuntimeException if the store is away
     */
    int trim(Instant from);

    /** Writes what is not yet written, as long as that takes no longer than a few seconds. */
    @Override
    void close();

    /** What happened when. */
    record Entry(Instant at, Event event) {}
}
