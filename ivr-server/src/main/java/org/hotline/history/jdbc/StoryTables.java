package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CdrProjection;

/**
 * Writes batches: each event a row, each call that changed its record, each tag, and the mark of what is stored, in one
 * transaction. Remembers the projections of calls that go on and of those that ended lately, so that an event costs the
 * same however long the history is. Belongs to the feeder's thread, but for {@link #sync}.
 */
final class StoryTables {
    private static final String INSERT_EVENT =
            "insert into call_events (call_id, seq, at, kind, json) values (?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Dialect dialect;
    private final Projections projections = new Projections();

    StoryTables(DataSource database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /** The database has less than it had: H2 was opened again after a full disk, without its last transactions. */
    static final class Forgotten extends Exception {
        private static final long serialVersionUID = 1L;
        private final long mark;

        Forgotten(long mark) {
            super("the database has nothing after line " + mark, null, false, false);
            this.mark = mark;
        }

        /** The last line it has of the batch's writer. */
        long mark() {
            return mark;
        }
    }

    /**
     * Stores what of a batch was not stored before.
     *
     * @param known line of the batch's writer up to which all was stored; 0 if not known
     * @throws Forgotten if it is not there any more; nothing of the batch is stored
     * @throws SQLException and nothing of it is stored, or all of it if the connection broke at the very end: offer it
     *     again
     */
    void store(Batch batch, long known) throws SQLException, Forgotten {
        try {
            connected(connection -> write(connection, batch, known));
        } catch (SQLException | RuntimeException e) {
            projections.forget();
            throw e;
        }
    }

    private void write(Connection connection, Batch batch, long known) throws SQLException, Forgotten {
        connection.setAutoCommit(false);
        long mark = Mark.of(connection, batch.writer());
        if (mark < known) {
            projections.forget();
            throw new Forgotten(mark);
        }
        List<Line> lines = batch.after(mark);
        if (!lines.isEmpty()) {
            Map<CallId, Change> changes = insert(connection, lines);
            Mark.move(connection, batch.writer(), batch.last());
            connection.commit();
            changes.values().forEach(change -> projections.keep(change.projection()));
        }
    }

    /** Marks a batch as stored without storing it. */
    void skip(Batch batch) throws SQLException {
        connected(connection -> {
            connection.setAutoCommit(false);
            Mark.move(connection, batch.writer(), batch.last());
            connection.commit();
        });
    }

    /** Waits until all that was stored would survive a power cut. Any thread. */
    void sync() throws SQLException {
        connected(dialect::sync);
    }

    private interface Work<X extends Exception> {
        void on(Connection connection) throws SQLException, X;
    }

    /** On a connection of its own; what a failed write leaves behind is thrown away. */
    private <X extends Exception> void connected(Work<X> work) throws SQLException, X {
        try (Connection connection = database.getConnection()) {
            try {
                work.on(connection);
            } catch (SQLException e) {
                dialect.abandon(connection, e);
                throw e;
            }
        }
    }

    private Map<CallId, Change> insert(Connection connection, List<Line> lines) throws SQLException {
        Map<CallId, Change> changes = new LinkedHashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (Line line : lines) {
                Change earlier = changes.get(line.call());
                Change change = (earlier == null ? unchanged(connection, line) : earlier).on(line.event());
                changes.put(line.call(), change);
                add(insert, line, change.projection().events());
            }
            insert.executeBatch();
        }
        CallRows.write(connection, changes.values());
        TagRows.write(connection, lines, changes);
        return changes;
    }

    private static void add(PreparedStatement insert, Line line, int seq) throws SQLException {
        insert.setString(1, line.call().text());
        insert.setInt(2, seq);
        insert.setObject(3, Columns.time(line.event().at()));
        insert.setString(4, line.kind());
        insert.setString(5, line.json());
        insert.addBatch();
    }

    /** A call before this line; one that only now arrives has no rows to be read. */
    private Change unchanged(Connection connection, Line line) throws SQLException {
        Optional<CdrProjection> known = projections.of(line.call());
        if (known.isPresent()) {
            return new Change(known.get());
        }
        List<CallEvent> story = line.event() instanceof Arrived ? List.of() : events(connection, line.call());
        return new Change(
                story.isEmpty()
                        ? CdrProjection.begin(line.call(), line.event().at())
                        : CdrProjection.of(line.call(), story));
    }

    private static List<CallEvent> events(Connection connection, CallId call) throws SQLException {
        String sql = "select kind, json from call_events where call_id = ? order by seq";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, call.text());
            List<CallEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(EventJson.read(row.getString(1), row.getString(2)));
                }
            }
            return events;
        }
    }
}
