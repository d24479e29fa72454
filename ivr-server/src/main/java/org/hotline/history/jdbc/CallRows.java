package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.Cdr;
import org.hotline.history.CdrProjection;
import org.hotline.history.NumberQuery;

/** The table {@code calls}: call detail records to rows and back. */
final class CallRows {
    private static final String INSERT = """
            insert into calls (answered_at, ended_at, calling, dialled, dialplan, language, turns, issue,
              confirmed, queue, waited_ms, agent, talked_ms, recording, archive_due, message_due, purged,
              ending, arrived_at, calling_head, calling_tail, dialled_head, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update calls set answered_at = ?, ended_at = ?, calling = ?, dialled = ?, dialplan = ?,
              language = ?, turns = ?, issue = ?, confirmed = ?, queue = ?, waited_ms = ?, agent = ?, talked_ms = ?,
              recording = ?, archive_due = ?, message_due = ?, purged = ?, ending = ?, arrived_at = ?,
              calling_head = ?, calling_tail = ?, dialled_head = ?
            where id = ?
            """;

    private static final int LONGEST_NUMBER = 64;

    private CallRows() {}

    /** Inserts the records of fresh calls, updates those of the others if they changed. */
    static void write(Connection connection, Collection<Change> changes) throws SQLException {
        write(connection, INSERT, changes.stream().filter(Change::isFresh).toList());
        write(
                connection,
                UPDATE,
                changes.stream()
                        .filter(change -> !change.isFresh() && change.isOfTheRecord())
                        .toList());
    }

    private static void write(Connection connection, String sql, List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (Change change : changes) {
                add(row, change.projection());
            }
            row.executeBatch();
        }
    }

    private static void add(PreparedStatement row, CdrProjection projection) throws SQLException {
        Cdr cdr = projection.cdr();
        time(row, 1, cdr.answeredAt());
        time(row, 2, cdr.endedAt());
        row.setString(3, Columns.text(cdr.calling()));
        row.setString(4, Columns.text(cdr.dialled()));
        row.setString(5, Columns.text(cdr.dialplan()));
        row.setString(6, Columns.text(cdr.language()));
        row.setInt(7, cdr.turns());
        text(row, 8, cdr.issue());
        row.setBoolean(9, cdr.confirmed());
        text(row, 10, cdr.queue());
        row.setLong(11, cdr.waited().toMillis());
        text(row, 12, cdr.agent());
        row.setLong(13, cdr.talked().toMillis());
        text(row, 14, cdr.recording());
        row.setBoolean(15, projection.archiveDue());
        row.setBoolean(16, projection.messageDue());
        row.setBoolean(17, projection.purged());
        text(row, 18, cdr.ending().map(EventJson::writeEnding));
        row.setObject(19, Columns.time(cdr.arrivedAt()));
        row.setString(20, head(cdr.calling()));
        row.setString(21, tail(cdr.calling()));
        row.setString(22, head(cdr.dialled()));
        row.setString(23, cdr.id().text());
        row.addBatch();
    }

    /** The beginning of a number as it is looked for. */
    static String head(String number) {
        return cut(NumberQuery.head(number));
    }

    /** The end of a number as it is looked for: its last character first. */
    static String tail(String number) {
        return cut(new StringBuilder(NumberQuery.tail(number)).reverse().toString());
    }

    private static String cut(String number) {
        return number.substring(0, Math.min(LONGEST_NUMBER, number.length()));
    }

    private static void time(PreparedStatement row, int column, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            row.setObject(column, Columns.time(time.get()));
        } else {
            row.setNull(column, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    private static void text(PreparedStatement row, int column, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            row.setString(column, Columns.text(text.get()));
        } else {
            row.setNull(column, Types.VARCHAR);
        }
    }

    static Cdr read(ResultSet row) throws SQLException {
        return new Cdr(
                new CallId(row.getString("id")),
                Columns.instant(row, "arrived_at"),
                Columns.maybeInstant(row, "answered_at"),
                Columns.maybeInstant(row, "ended_at"),
                row.getString("calling"),
                row.getString("dialled"),
                row.getString("dialplan"),
                row.getString("language"),
                row.getInt("turns"),
                Columns.maybeText(row, "issue"),
                row.getBoolean("confirmed"),
                Columns.maybeText(row, "queue"),
                Duration.ofMillis(row.getLong("waited_ms")),
                Columns.maybeText(row, "agent"),
                Duration.ofMillis(row.getLong("talked_ms")),
                Columns.maybeText(row, "recording"),
                Columns.maybeText(row, "ending").map(EventJson::readEnding));
    }
}
