package org.hotline.history.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal into the database, a moment after it was written and in few large transactions; drops the segments
 * whose lines are there for good. While the database is away the journal grows and is brought in when it is back, in
 * order, each line exactly once. One thread.
 */
final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);

    /** From one transaction to the next, unless a reader waits. */
    private static final Duration APART = Duration.ofSeconds(1);

    /** From one look to the next for lines that are on their way into the file. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final Backlog backlog;
    private final StoryTables tables;
    private final JournalFolder folder;
    private final String writer;
    private final JournalReader reader;
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("journal-feeder").unstarted(this::run);
    private Optional<Batch> pending = Optional.empty();
    /** The last one stored. */
    private Optional<Batch> known = Optional.empty();

    /** @param writer the journal's of this run */
    Feeder(Backlog backlog, StoryTables tables, JournalFolder folder, String writer) {
        this.backlog = backlog;
        this.tables = tables;
        this.folder = folder;
        this.writer = writer;
        this.reader = new JournalReader(folder);
    }

    void start() {
        thread.start();
    }

    /** Lines that the database refused for good; they lie in the folder's {@code damaged}. */
    long refused() {
        return refused.get();
    }

    private void run() {
        try {
            while (!backlog.isClosing()) {
                turn();
            }
            finish();
        } catch (InterruptedException | IOException | SQLException | RuntimeException e) {
            LOG.atWarn().setCause(e).log("what the journal still holds is stored at the next start");
        }
    }

    private void turn() throws InterruptedException {
        if (!backlog.isBehind()) {
            backlog.awaitTurn(APART);
        }
        try {
            if (!isFed() && backlog.isBehind()) {
                backlog.pause(LOOK);
            }
            drop(dispensable());
            backlog.back();
        } catch (SQLException e) {
            goAway(e);
            backlog.pause(RETRY);
        } catch (IOException | RuntimeException e) {
            LOG.atError().setCause(e).log("the journal stumbled on its way into the database and goes on");
            backlog.pause(RETRY);
        }
    }

    /** Stores all that is left; stops at the first failure. */
    private void finish() throws SQLException, IOException {
        while (isFed()) {
            LOG.atTrace().log("storing what is left");
        }
        if (backlog.isEmpty()) {
            drop(folder.segments());
        }
    }

    /** Stores the next lines; false if there are none. */
    private boolean isFed() throws SQLException, IOException {
        if (pending.isEmpty()) {
            pending = backlog.isBehind() ? reader.next() : inMemory();
        }
        if (pending.isEmpty()) {
            if (backlog.isBehind() && backlog.isCaughtUp()) {
                reader.rewind();
                return true;
            }
            return false;
        }
        Batch batch = pending.get();
        try {
            store(batch);
        } catch (StoryTables.Forgotten forgotten) {
            beginAgain(batch.writer().equals(writer) ? forgotten.mark() : 0);
            return true;
        }
        pending = Optional.empty();
        if (batch.writer().equals(writer)) {
            backlog.stored(batch.last());
        }
        return true;
    }

    /** What the database lost is still in the segments: they are dropped only when it has them on its disk. */
    private void beginAgain(long mark) throws IOException {
        LOG.atWarn().addKeyValue("line", mark).log("the database lost what it had not written: stored again");
        pending = Optional.empty();
        known = Optional.empty();
        reader.rewind();
        backlog.fallBehind(mark);
    }

    private Optional<Batch> inMemory() {
        List<Line> lines = backlog.first();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Batch(writer, lines));
    }

    /** Stores a batch; if the database refuses something in it, all the rest. */
    private void store(Batch batch) throws SQLException, IOException, StoryTables.Forgotten {
        try {
            tables.store(
                    batch,
                    known.filter(last -> last.writer().equals(batch.writer()))
                            .map(Batch::last)
                            .orElse(0L));
            known = Optional.of(batch);
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            if (batch.lines().size() == 1) {
                refuse(batch, String.valueOf(e.getSQLState()));
                return;
            }
            for (Batch half : batch.halves()) {
                store(half);
            }
        }
    }

    private void refuse(Batch batch, String state) throws SQLException, IOException {
        Line line = batch.lines().getFirst();
        refused.incrementAndGet();
        LOG.atError()
                .addKeyValue("call", line.call())
                .addKeyValue("event", line.kind())
                .addKeyValue("state", state)
                .log("the database refuses an event: put aside");
        StringBuilder text = new StringBuilder();
        line.write(text);
        folder.putAside(text.toString());
        tables.skip(batch);
        known = Optional.of(batch);
    }

    /** Data exceptions (class 22) and violated constraints (23) of the SQL standard: trying again is no use. */
    private static boolean isRefusal(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return state.startsWith("22") || state.startsWith("23");
    }

    private void goAway(SQLException e) {
        if (!backlog.isAway()) {
            LOG.atError()
                    .addKeyValue("reason", String.valueOf(e.getMessage()))
                    .log("the database is away: call events stay in the journal");
        }
        backlog.away();
    }

    /** Segments that nobody needs: read to their ends, or of before the last stored line. */
    private List<Segment> dispensable() throws IOException {
        List<Segment> all = folder.segments();
        if (backlog.isBehind()) {
            return all.stream()
                    .filter(segment ->
                            reader.position().filter(segment::isBefore).isPresent())
                    .toList();
        }
        long stored = backlog.stored();
        return IntStream.range(0, all.size())
                .filter(i -> !all.get(i).writer().equals(writer)
                        || (i + 1 < all.size() && all.get(i + 1).first() <= stored + 1))
                .mapToObj(all::get)
                .toList();
    }

    /** Once the database has them on its disk. */
    private void drop(List<Segment> segments) throws SQLException, IOException {
        if (segments.isEmpty()) {
            return;
        }
        tables.sync();
        for (Segment segment : segments) {
            folder.drop(segment);
        }
    }

    /** Stores what is there, unless the database is away, and stops. */
    @Override
    public void close() {
        backlog.close();
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
            reader.rewind();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("a segment of the journal could not be closed");
        }
    }
}
