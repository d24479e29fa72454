package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.AgentJoined;
import org.hotline.history.CallEvent.QueueEntered;
import org.hotline.history.CdrProjection;

/** The table {@code call_tags}: the agents and queues a call met. */
final class TagRows {
    static final String AGENT = "agent";
    static final String QUEUE = "queue";

    private static final String INSERT =
            "insert into call_tags (kind, name, arrived_at, call_id) values (?, ?, ?, ?) on conflict do nothing";
    private static final int LONGEST = 200;

    private record Tag(CallId call, Instant arrivedAt, String kind, String name) {}

    private TagRows() {}

    static void write(Connection connection, List<Line> lines, Map<CallId, Change> changes) throws SQLException {
        Set<Tag> tags = new LinkedHashSet<>();
        for (Line line : lines) {
            Change change = changes.get(line.call());
            if (change != null) {
                tag(change.projection(), line.event()).ifPresent(tags::add);
            }
        }
        if (!tags.isEmpty()) {
            insert(connection, tags);
        }
    }

    private static Optional<Tag> tag(CdrProjection call, CallEvent event) {
        return switch (event) {
            case AgentJoined joined -> Optional.of(tag(call, AGENT, joined.agent()));
            case QueueEntered entered -> Optional.of(tag(call, QUEUE, entered.queue()));
            case CallEvent ignored -> Optional.empty();
        };
    }

    private static Tag tag(CdrProjection call, String kind, String name) {
        return new Tag(call.cdr().id(), call.cdr().arrivedAt(), kind, name(name));
    }

    /** A name as it is kept. */
    static String name(String name) {
        return Columns.text(name.substring(0, Math.min(LONGEST, name.length())));
    }

    private static void insert(Connection connection, Set<Tag> tags) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (Tag tag : tags) {
                row.setString(1, tag.kind());
                row.setString(2, tag.name());
                row.setObject(3, Columns.time(tag.arrivedAt()));
                row.setString(4, tag.call().text());
                row.addBatch();
            }
            row.executeBatch();
        }
    }
}
