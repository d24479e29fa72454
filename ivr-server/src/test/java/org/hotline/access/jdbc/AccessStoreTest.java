package org.hotline.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.access.AuditLog;
import org.hotline.access.FirstAdmin;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.User;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users and the audit log on both databases. */
class AccessStoreTest {
    @Test
    void worksOnTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        check(DatabaseSettings.embedded(folder));
    }

    @Test
    @Tag("slow")
    void worksOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            check(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 4));
        } catch (IOException e) {
            throw new AssertionError("embedded PostgreSQL does not start", e);
        }
    }

    private static void check(DatabaseSettings settings) throws Exception {
        try (Database database = Database.open(settings)) {
            check(database.dataSource());
        }
    }

    private static void check(DataSource database) throws Exception {
        JdbcUsers users = new JdbcUsers(database);
        Passwords passwords = new Passwords();

        String password = FirstAdmin.ensure(users, passwords).orElseThrow();
        assertThat(passwords.matches(password, users.passwordHash("admin"))).isTrue();
        assertThat(FirstAdmin.ensure(users, passwords)).isEmpty();

        User lin = new User("lin", "林班长", Role.SUPERVISOR);
        users.save(lin, "hash");
        users.save(lin, "other hash");
        assertThat(users.find("lin")).contains(lin);
        assertThat(users.passwordHash("lin")).contains("other hash");
        assertThat(users.find("nobody")).isEmpty();
        assertThat(users.all()).extracting(User::name).containsExactly("admin", "lin");

        User anna = new User("anna", "Anna", Role.AGENT, Optional.of("desk7"), false, -5);
        users.save(anna, "hash");
        assertThat(users.find("anna")).contains(anna);
        users.remove("anna");
        users.remove("anna");
        assertThat(users.find("anna")).isEmpty();

        JdbcAuditLog audit = new JdbcAuditLog(database);
        Instant at = Instant.parse("2026-11-21T06:00:00.123Z");
        AuditLog.Entry first = new AuditLog.Entry(at, "lin", "127.0.0.1", AuditLog.Action.LOGGED_IN, "", "");
        AuditLog.Entry second = new AuditLog.Entry(at, "lin", "::1", AuditLog.Action.HUNG_UP, "abcd", "");
        audit.add(first);
        audit.add(second);
        assertThat(audit.newest(10)).containsExactly(second, first);
        assertThat(audit.newest(1)).containsExactly(second);
        assertThat(audit.list(Optional.of("lin"), Optional.of(AuditLog.Action.LOGGED_IN), Optional.empty(), 9))
                .extracting(AuditLog.Logged::entry)
                .containsExactly(first);
        long number = audit.list(Optional.empty(), Optional.empty(), Optional.empty(), 1)
                .getFirst()
                .number();
        assertThat(audit.list(Optional.empty(), Optional.empty(), Optional.of(number), 9))
                .extracting(AuditLog.Logged::entry)
                .containsExactly(first);
    }
}
