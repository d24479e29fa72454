package org.hotline.history.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline.call.CallId;
import org.hotline.history.StoreUnavailable;

/**
 * How events become durable and then get into the database: {@link JournalWriter} puts them into a file that is synced,
 * many calls' together; {@link Feeder} brings them from there, or from memory, into the tables a moment later. Any thread.
 */
final class Journal implements AutoCloseable {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);
    private static final Duration FALLBACK = Duration.ofSeconds(5);

    private final Backlog backlog = new Backlog();
    private final StoryTables tables;
    private final Feeder feeder;
    private final JournalWriter writer;

    /** @throws java.io.UncheckedIOException if the folder cannot be made; the message names it */
    Journal(StoryTables tables, Path path) {
        String name = CallId.at(Instant.now()).text();
        JournalFolder folder = new JournalFolder(path);
        this.tables = tables;
        this.feeder = new Feeder(backlog, tables, folder, name);
        this.writer = new JournalWriter(new RollingFile(folder, name), backlog, this::isStoredAtOnce);
    }

    /** Begins; waits until what an earlier run left is stored or the database turns out to be away. */
    void start() {
        feeder.start();
        writer.start();
        isStored(AS_LONG_AS_IT_TAKES);
    }

    void append(Entry entry) {
        writer.append(entry);
    }

    /** False if all of that call is in the database. */
    boolean mayHold(CallId call) {
        return backlog.mayHold(call);
    }

    /**
     * Waits until all that is durable now is in the database.
     *
     * @throws StoreUnavailable if it is away, or takes longer than {@code patience}
     */
    void awaitStored(Duration patience) {
        if (!isStored(patience)) {
            throw new StoreUnavailable(
                    backlog.isAway()
                            ? "the call database is away"
                            : "the call database has not caught up with the journal yet: try again soon");
        }
    }

    private boolean isStored(Duration patience) {
        try {
            return backlog.awaitStored(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for the call database", e);
        }
    }

    /** When the file cannot be written: the database may be on another disk. */
    private boolean isStoredAtOnce(List<Line> lines) throws InterruptedException {
        return backlog.add(lines) && backlog.awaitStored(FALLBACK) && isSynced();
    }

    private boolean isSynced() {
        try {
            tables.sync();
            return true;
        } catch (java.sql.SQLException away) {
            return false;
        }
    }

    /** True while the database is away or has to catch up. */
    boolean isLagging() {
        return backlog.isAway() || backlog.isBehind();
    }

    /** Events that the database refused for good; they lie in the folder's {@code damaged}. */
    long refused() {
        return feeder.refused();
    }

    /** Makes durable what waits, stores it unless the database is away, and stops. */
    @Override
    public void close() {
        writer.close();
        feeder.close();
    }
}
