package org.hotline.history;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallId;

/**
 * The memory of all calls. Events are appended while a call goes on, never only at its end, so that every answered call
 * has a record whatever happens to us.
 */
public interface CallStore extends AutoCloseable {
    /**
     * Appends an event to a call's story; the call's first must be {@link CallEvent.Arrived}. Never blocks on the
     * database and never throws. Any thread; the events of one call keep their order.
     *
     * @return completed when the event is durable (would survive {@code kill -9} and a power cut)
     */
    @CanIgnoreReturnValue
    CompletableFuture<Void> append(CallId call, CallEvent event);

    /**
     * The call's record as of now. This and every other reading method sees all events that were durable when it was
     * called, and throws {@link StoreUnavailable} while the database is away or lags too far behind for that.
     */
    Optional<Cdr> find(CallId call);

    /** The call's events in order; empty if unknown. */
    List<CallEvent> events(CallId call);

    /** Records that fit, newest first. */
    List<Cdr> list(Filter filter);

    /** Calls without an {@link CallEvent.Ended}: going on, or interrupted by a crash. */
    List<CallId> unfinished();

    /**
     * Ended calls whose recording still waits to be archived, oldest first.
     *
     * @param limit 1 to 500
     */
    List<Cdr> unarchived(int limit);

    /**
     * Ended calls with voicemail messages that wait to be turned into text, oldest first.
     *
     * @param limit 1 to 500
     */
    List<Cdr> untranscribed(int limit);

    /**
     * Ended calls that arrived before {@code before} and were not yet {@linkplain #purge purged}, oldest first.
     *
     * @param limit 1 to 500
     */
    List<Cdr> unpurged(Instant before, int limit);

    /**
     * Forgets what was said and keyed in a call and appends {@link CallEvent.Purged}; its record and the rest of its story
     * stay. Blocks until it is done.
     */
    void purge(CallId call, Instant now);

    @Override
    void close();

    /**
     * Which calls, and which page of them.
     *
     * @param from arrived at or after
     * @param to arrived before
     * @param number beginning or end of the calling number, or the dialled number, see {@link NumberQuery}
     * @param agent talked to this agent
     * @param queue waited in this queue
     * @param issue located as this
     * @param before only calls older than this one (keyset paging)
     * @param limit 1 to 500
     */
    record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> number,
            Optional<String> agent,
            Optional<String> queue,
            Optional<String> issue,
            Optional<CallId> before,
            int limit) {
        /** The newest {@code limit} calls. */
        public static Filter newest(int limit) {
            return new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    limit);
        }
    }
}
