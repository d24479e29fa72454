package org.hotline.history;

import java.io.IOException;
import java.time.Instant;

/** Calls and queues in the words of Asterisk's own logs, for the tools that read those. Any thread. */
@FunctionalInterface
public interface FieldLogs {
    /**
     * Writes a log as CSV (RFC 4180) with a line of names.
     *
     * @param from the first moment of it
     * @param until the first moment that is not in it any more
     * @throws StoreUnavailable if the database cannot be read
     */
    void write(Log log, Instant from, Instant until, Appendable out) throws IOException;

    /** Which log. */
    enum Log {
        /** {@code cdr}: one line a call. */
        CDR,
        /** {@code queue_log}: one line for everything that happens in a queue. */
        QUEUE_LOG,
        /** {@code ratings}: how callers rated their calls, which Asterisk has no log of. */
        RATINGS
    }
}
