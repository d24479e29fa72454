package org.hotline.queue.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hotline.queue.QueueJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as the table {@code queue_journal}. One thread writes what has come together since its last write in one
 * transaction, so an event is durable a few milliseconds after it happened. While the database is away, a hundred
 * thousand events are kept in memory and tried again every second.
 */
public final class JdbcQueueJournal implements QueueJournal {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcQueueJournal.class);
    private static final int BUFFER = 100_000;
    private static final int BATCH = 500;

    private static final String INSERT = """
            INSERT INTO queue_journal (happened_at, kind, agent, queue, call_id, offer, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST_WORK = """
            SELECT MAX(number) FROM queue_journal WHERE happened_at < ? AND kind IN (%s) GROUP BY agent""".formatted(EventRow.WORK_KINDS);
    private static final String SINCE = """
            SELECT happened_at, kind, agent, queue, call_id, offer, detail FROM queue_journal
            WHERE happened_at >= ? OR number IN (%s)
            ORDER BY number""".formatted(LAST_WORK);
    private static final String TRIM =
            "DELETE FROM queue_journal WHERE happened_at < ? AND number NOT IN (%s)".formatted(LAST_WORK);

    private final DataSource database;
    private final BlockingQueue<Entry> buffer = new ArrayBlockingQueue<>(BUFFER);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread writer =
            Thread.ofPlatform().daemon().name("queue-journal").unstarted(this::write);
    private boolean behind;

    /** A journal in a database that has the table already. Starts its writer. */
    public JdbcQueueJournal(DataSource database) {
        this.database = database;
        writer.start();
    }

    @Override
    public void append(Entry entry) {
        if (!buffer.offer(entry)) {
            LOG.error("The queue journal is full and the database away: a restart will not know all of today");
        }
    }

    @Override
    public List<Entry> since(Instant from) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setObject(1, timestamp(from));
            select.setObject(2, timestamp(from));
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read queue_journal: " + e.getMessage(), e);
        }
    }

    @Override
    public int trim(Instant from) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(TRIM)) {
            delete.setObject(1, timestamp(from));
            delete.setObject(2, timestamp(from));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot delete from queue_journal: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (closing.getCount() > 0 || !buffer.isEmpty()) {
                Entry first = buffer.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    buffer.drainTo(batch, BATCH - 1);
                    insertUntilDone(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void insertUntilDone(List<Entry> batch) throws InterruptedException {
        while (true) {
            try {
                insert(batch);
                behind = false;
                return;
            } catch (SQLException e) {
                if (!behind) {
                    LOG.warn("The queue journal cannot be written and is tried again every second", e);
                }
                behind = true;
                if (closing.await(1, TimeUnit.SECONDS)) {
                    LOG.atError().addKeyValue("events", batch.size()).log("Queue events lost: closed without database");
                    return;
                }
            }
        }
    }

    private void insert(List<Entry> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Entry entry : batch) {
                    bind(insert, entry);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        EventRow row = EventRow.of(entry.event());
        insert.setObject(1, timestamp(entry.at()));
        insert.setString(2, row.kind());
        insert.setString(3, row.agent());
        insert.setString(4, row.queue());
        insert.setString(5, row.call());
        insert.setLong(6, row.offer());
        insert.setString(7, row.detail());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        EventRow event = new EventRow(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7));
        return new Entry(row.getObject(1, OffsetDateTime.class).toInstant(), event.event());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
