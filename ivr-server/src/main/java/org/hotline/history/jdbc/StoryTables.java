package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CdrProjection;

/**
 * Writes batches: each event a row, each call that changed its record, each tag, and the batch's number, in one
 * transaction. Remembers the projections of calls that go on, so that an event costs the same however long the history
 * is. Belongs to the journal's thread.
 */
final class StoryTables {
    private static final String INSERT_EVENT =
            "insert into call_events (call_id, seq, at, kind, json) values (?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Dialect dialect;
    private Map<CallId, CdrProjection> goingOn = new HashMap<>();

    StoryTables(DataSource database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /**
     * Stores a batch, unless it was stored before, and waits until it is durable.
     *
     * @throws SQLException and nothing of it is stored, or all of it if the connection broke at the very end: offer the
     *     same batch again
     */
    void store(Batch batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (JournalRow.advance(connection, batch)) {
                Map<CallId, Change> changes = insert(connection, batch.entries());
                connection.commit();
                changes.forEach(this::remember);
            }
            connection.setAutoCommit(true);
            dialect.sync(connection);
        } catch (SQLException | RuntimeException e) {
            goingOn = new HashMap<>();
            throw e;
        }
    }

    private Map<CallId, Change> insert(Connection connection, List<Entry> entries) throws SQLException {
        Map<CallId, Change> changes = new LinkedHashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (Entry entry : entries) {
                CallId call = entry.call();
                CallEvent event = entry.event();
                Change earlier = changes.get(call);
                Change change = (earlier == null ? unchanged(connection, call, event) : earlier).on(event);
                changes.put(call, change);
                add(insert, call, change.projection().events(), event);
            }
            insert.executeBatch();
        }
        CallRows.write(connection, changes.values());
        TagRows.write(connection, entries, changes);
        return changes;
    }

    private static void add(PreparedStatement insert, CallId call, int seq, CallEvent event) throws SQLException {
        insert.setString(1, call.text());
        insert.setInt(2, seq);
        insert.setObject(3, Columns.time(event.at()));
        insert.setString(4, EventJson.kind(event));
        insert.setString(5, EventJson.write(event));
        insert.addBatch();
    }

    private Change unchanged(Connection connection, CallId call, CallEvent next) throws SQLException {
        CdrProjection known = goingOn.get(call);
        if (known != null) {
            return new Change(known);
        }
        List<CallEvent> story = events(connection, call);
        return new Change(story.isEmpty() ? CdrProjection.begin(call, next.at()) : CdrProjection.of(call, story));
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

    private void remember(CallId call, Change change) {
        if (change.projection().cdr().ending().isEmpty()) {
            goingOn.put(call, change.projection());
        } else {
            goingOn.remove(call);
        }
    }
}
