package org.hotline.access.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.access.AccessUnavailable;
import org.hotline.access.AuditLog;

/** The audit log in table {@code audit_log}. Throws {@link AccessUnavailable} while the database is away. */
public final class JdbcAuditLog implements AuditLog {
    private final AccessTables tables;

    /** @param settle makes what was committed durable */
    public JdbcAuditLog(DataSource database, Runnable settle) {
        this.tables = new AccessTables(database, settle);
    }

    @Override
    public void add(Entry entry) {
        tables.write(handle -> handle.execute(
                "insert into audit_log (at, actor, address, action, subject, detail) values (?, ?, ?, ?, ?, ?)",
                entry.at().atOffset(ZoneOffset.UTC),
                entry.user(),
                entry.address(),
                entry.action().name(),
                entry.subject(),
                entry.detail()));
    }

    @Override
    public List<Logged> list(Optional<String> user, Optional<Action> action, Optional<Long> before, int limit) {
        return tables.read(handle -> handle.createQuery("""
                        select * from audit_log
                        where id < :before and (:user = '' or actor = :user) and (:action = '' or action = :action)
                        order by id desc limit :limit
                        """)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("user", user.orElse(""))
                .bind("action", action.map(Action::name).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Logged(row.getLong("id"), entry(row)))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("address"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("detail"));
    }
}
