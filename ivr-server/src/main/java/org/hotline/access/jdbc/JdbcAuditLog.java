package org.hotline.access.jdbc;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.hotline.access.AuditLog;
import org.jdbi.v3.core.Jdbi;

/** The audit log in table {@code audit_log}. */
public final class JdbcAuditLog implements AuditLog {
    private final Jdbi database;

    public JdbcAuditLog(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void add(Entry entry) {
        database.useHandle(handle -> handle.execute(
                "insert into audit_log (at, actor, address, action, subject, detail) values (?, ?, ?, ?, ?, ?)",
                entry.at().atOffset(ZoneOffset.UTC),
                entry.user(),
                entry.address(),
                entry.action().name(),
                entry.subject(),
                entry.detail()));
    }

    @Override
    public List<Entry> newest(int limit) {
        return database.withHandle(handle -> handle.createQuery("select * from audit_log order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("address"),
                        Action.valueOf(row.getString("action")),
                        row.getString("subject"),
                        row.getString("detail")))
                .list());
    }
}
