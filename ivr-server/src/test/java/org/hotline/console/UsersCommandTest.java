package org.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import org.hotline.access.AuditLog;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.jdbc.JdbcAuditLog;
import org.hotline.access.jdbc.JdbcUsers;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Users changed by command, on the embedded database. */
class UsersCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();

    @Test
    void addListChangeRemove() throws Exception {
        assertThat(run("add", "lin", "--role", "supervisor")).isEqualTo(1);
        assertThat(said + "").contains("no administrator yet");
        assertThat(run("add", "root", "--role", "admin")).isZero();
        assertThat(said + "").contains("root may log in now: password ");
        assertThat(run("add", "anna", "--role", "agent", "--agent", "alice", "--display", "Anna Becker"))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(said + "").containsPattern("anna +agent +alice +Anna Becker");
        assertThat(run("role", "anna", "quality")).isZero();
        assertThat(run("disable", "anna")).isZero();
        assertThat(said + "").contains("anna is quality, disabled now");
        assertThat(run("password", "anna", "--password-stdin")).isZero();
        assertThat(said + "").contains("anna has another password").doesNotContain("a good password");
        assertThat(run("remove", "root")).isEqualTo(1);
        assertThat(said + "").contains("root is the only administrator");
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
            assertThat(users.find("anna")).hasValueSatisfying(anna -> {
                assertThat(anna.role()).isEqualTo(Role.QUALITY);
                assertThat(anna.enabled()).isFalse();
            });
            assertThat(new Passwords().matches("a good password", users.passwordHash("anna")))
                    .isTrue();
            assertThat(new JdbcAuditLog(database.dataSource(), database::settle).newest(10))
                    .extracting(AuditLog.Entry::action)
                    .containsExactly(
                            AuditLog.Action.SET_PASSWORD,
                            AuditLog.Action.CHANGED_USER,
                            AuditLog.Action.CHANGED_USER,
                            AuditLog.Action.ADDED_USER,
                            AuditLog.Action.ADDED_USER);
        }
    }

    @Test
    void mistakesAreSentences() {
        assertThat(run("add", "root", "--role", "emperor")).isEqualTo(1);
        assertThat(said + "").contains("there is no role \"emperor\": write one of admin, supervisor, quality, agent");
        assertThat(run("add", "Root!", "--role", "admin")).isEqualTo(1);
        assertThat(said + "").contains("a-z 0-9 . _ -");
        assertThat(run("remove", "nobody")).isEqualTo(1);
        assertThat(said + "").contains("there is no user nobody");
        assertThat(run("add", "root")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatARunningServerHasToItselfIsLeftAlone() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = server.inputReader()) {
            assertThat(output.lines().anyMatch("open"::equals)).isTrue();
            assertThat(run("list")).isEqualTo(1);
            assertThat(said + "").contains("the server is running", "http://127.0.0.1:8080/users");
        } finally {
            server.destroy();
            assertThat(server.waitFor()).isPositive();
        }
    }

    /** Another process that has the database open, until its standard input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
                System.out.println(database.isPostgresql() ? "wrong" : "open");
                while (System.in.read() >= 0) {
                    // whatever is said
                }
            }
        }
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said);
        UsersCommand users = new UsersCommand(
                file -> new UsersCommand.Place(DatabaseSettings.embedded(folder), "http://127.0.0.1:8080/users"),
                new StringReader("a good password\n"));
        return new CommandLine(users).setOut(out).setErr(out).execute(arguments);
    }
}
