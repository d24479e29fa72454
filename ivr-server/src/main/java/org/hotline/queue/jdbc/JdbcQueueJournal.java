package org.hotline.queue.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hotline.queue.QueueJournal;

/** The journal as the table {@code queue_journal}, written by a {@link PatientWriter}. */
public final class JdbcQueueJournal implements QueueJournal {
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
    private final PatientWriter<Entry> writer;

    /** A journal in a database that has the table already. Starts its writer. */
    public JdbcQueueJournal(DataSource database) {
        this.database = database;
        this.writer = new PatientWriter<>(database, "queue-journal", INSERT, JdbcQueueJournal::bind);
    }

    @Override
    public void append(Entry entry) {
        writer.append(entry);
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
        writer.close();
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
