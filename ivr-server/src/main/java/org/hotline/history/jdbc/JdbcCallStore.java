package org.hotline.history.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.Purged;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.history.LocatedBefore;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.TalkStories;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The call store in a {@link Database}. */
public final class JdbcCallStore implements CallStore, TalkStories, LocatedBefore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Who calls more often than that is asked what they want. */
    private static final int LATEST_CALLS = 10;

    private final Database database;
    private final Journal journal;

    /**
     * Opens the store and waits until the database has what an earlier run left in the journal.
     *
     * @param database stays the caller's to close, after this
     * @param folder of the journal, of this store alone
     * @throws java.io.UncheckedIOException if it cannot be opened
     */
    public JdbcCallStore(Database database, Path folder) {
        this.database = database;
        this.journal = new Journal(new StoryTables(database.dataSource(), database.dialect()), folder);
        journal.start();
    }

    @Override
    @CanIgnoreReturnValue
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        Entry entry = new Entry(call, event);
        journal.append(entry);
        return entry.durable();
    }

    @Override
    public Optional<Cdr> find(CallId call) {
        return read(
                call,
                handle -> handle.createQuery("select * from calls where id = :id")
                        .bind("id", call.text())
                        .map((row, context) -> CallRows.read(row))
                        .findOne());
    }

    @Override
    public List<CallEvent> events(CallId call) {
        return read(call, handle -> events(handle, call));
    }

    private static List<CallEvent> events(Handle handle, CallId call) {
        return handle.createQuery("select kind, json from call_events where call_id = :id order by seq")
                .bind("id", call.text())
                .map((row, context) -> EventJson.read(row.getString("kind"), row.getString("json")))
                .list();
    }

    @Override
    public List<Cdr> list(Filter filter) {
        return read(handle -> CallList.query(handle, filter));
    }

    @Override
    public void located(Set<String> dialplans, Instant from, Consumer<Story> reader) {
        read(handle -> {
            LocatedStories.read(handle, dialplans, from, reader);
            return true;
        });
    }

    /** Asked as each call begins, so what is on its way to the database is not waited for. */
    @Override
    public List<String> issues(String calling, Instant since) {
        return query(handle -> handle
                .createQuery("""
                        select issue from calls
                        where calling_head = :head and arrived_at >= :since and calling = :calling and issue is not null
                        order by arrived_at desc limit :limit
                        """)
                .bind("head", CallRows.head(calling))
                .bind("since", Columns.time(since))
                .bind("calling", Columns.text(calling))
                .bind("limit", LATEST_CALLS)
                .mapTo(String.class)
                .stream()
                .distinct()
                .toList());
    }

    @Override
    public List<CallId> unfinished() {
        return read(handle -> handle.createQuery("select id from calls where ended_at is null order by id")
                .map((row, context) -> new CallId(row.getString("id")))
                .list());
    }

    @Override
    public List<Cdr> unarchived(int limit) {
        return due("archive_due", limit);
    }

    @Override
    public List<Cdr> untranscribed(int limit) {
        return due("message_due", limit);
    }

    private List<Cdr> due(String column, int limit) {
        return read(handle -> handle.createQuery(
                        "select * from calls where " + column + " = true order by arrived_at limit :limit")
                .bind("limit", limit)
                .map((row, context) -> CallRows.read(row))
                .list());
    }

    @Override
    public List<Cdr> unpurged(Instant before, int limit) {
        return read(handle -> handle.createQuery("""
                        select * from calls where purged = false and arrived_at < :before and ended_at is not null
                        order by arrived_at limit :limit
                        """)
                .bind("before", Columns.time(before))
                .bind("limit", limit)
                .map((row, context) -> CallRows.read(row))
                .list());
    }

    @Override
    public void purge(CallId call, Instant now) {
        read(call, handle -> handle.inTransaction(in -> Forgetting.forget(in, call)));
        append(call, new Purged(now)).join();
    }

    /** Of one call: what was appended to others may wait. */
    private <T> T read(CallId call, Function<Handle, T> query) {
        return journal.mayHold(call) ? read(query) : query(query);
    }

    /** What was durable before this began is in the database when it is asked. */
    private <T> T read(Function<Handle, T> query) {
        journal.awaitStored(PATIENCE);
        return query(query);
    }

    private <T> T query(Function<Handle, T> query) {
        try {
            return database.jdbi().withHandle(query::apply);
        } catch (JdbiException e) {
            throw new StoreUnavailable("the call database cannot be read: " + e.getMessage(), e);
        }
    }

    /** True while the database is away or has to catch up; events stay in the journal. */
    public boolean isLagging() {
        return journal.isLagging();
    }

    /** Alarm: events the database refused for good. */
    public long refused() {
        return journal.refused();
    }

    @Override
    public void close() {
        journal.close();
    }
}
