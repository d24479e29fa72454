package org.hotline.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hotline.access.AccessUnavailable;
import org.hotline.access.AuditLog;
import org.hotline.access.FirstAdmin;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.Staff;
import org.hotline.access.User;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users and the audit log on both databases. */
class AccessStoreTest {
    private static final User LIN = new User("lin", "林班长", Role.SUPERVISOR);

    @Test
    void worksOnTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        check(DatabaseSettings.embedded(folder));
    }

    @Test
    @Tag("slow")
    void worksOnPostgres() throws Exception {
        check(Postgres.empty(4));
    }

    @Test
    void whatIsChangedSurvivesACrashAtOnce(@TempDir Path folder, @TempDir Path found) throws Exception {
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
            users.save(LIN, "hash");
            // What a crash would leave, the moment the change is told to be done.
            Files.copy(folder.resolve("calls.mv.db"), found.resolve("calls.mv.db"));
            new JdbcAuditLog(database.dataSource(), database::settle).add(entry("lin"));
        }
        try (Database database = Database.open(DatabaseSettings.embedded(found))) {
            assertThat(new JdbcUsers(database.dataSource(), database::settle).find("lin"))
                    .contains(LIN);
        }
    }

    @Test
    void whileTheDatabaseIsAwayItIsSaid(@TempDir Path folder) {
        Database database = Database.open(DatabaseSettings.embedded(folder));
        database.close();
        JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
        JdbcAuditLog audit = new JdbcAuditLog(database.dataSource(), database::settle);
        List<ThrowingCallable> deeds = List.of(
                () -> users.find("lin"),
                () -> users.passwordHash("lin"),
                users::all,
                () -> users.save(LIN, "hash"),
                () -> users.remove("lin"),
                () -> new Staff(users, new Passwords()).remove("lin"),
                () -> audit.newest(1),
                () -> audit.add(entry("lin")));
        assertThat(deeds).allSatisfy(deed -> assertThatThrownBy(deed).isInstanceOf(AccessUnavailable.class));
    }

    private static void check(DatabaseSettings settings) throws Exception {
        try (Database database = Database.open(settings)) {
            check(database.dataSource(), database::settle);
        }
    }

    private static AuditLog.Entry entry(String user) {
        return new AuditLog.Entry(Instant.EPOCH, user, "127.0.0.1", AuditLog.Action.LOGGED_IN, "", "");
    }

    private static void check(DataSource database, Runnable settle) throws Exception {
        JdbcUsers users = new JdbcUsers(database, settle);
        Passwords passwords = new Passwords();

        String password = FirstAdmin.ensure(users, passwords).orElseThrow();
        assertThat(passwords.matches(password, users.passwordHash("admin"))).isTrue();
        assertThat(FirstAdmin.ensure(users, passwords)).isEmpty();

        users.save(LIN, "hash");
        users.save(LIN, "other hash");
        assertThat(users.find("lin")).contains(LIN);
        assertThat(users.passwordHash("lin")).contains("other hash");
        assertThat(users.find("nobody")).isEmpty();
        assertThat(users.all()).extracting(User::name).containsExactly("admin", "lin");

        User anna = new User("anna", "Anna", Role.AGENT, Optional.of("desk7"), false, -5);
        users.save(anna, "hash");
        assertThat(users.find("anna")).contains(anna);
        users.remove("anna");
        users.remove("anna");
        assertThat(users.find("anna")).isEmpty();

        JdbcAuditLog audit = new JdbcAuditLog(database, settle);
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
