package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.JdbcCallStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the tools of the field read. */
class ExportCommandTest {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();

    private int export(String... arguments) {
        return new CommandLine(new ExportCommand(home))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    @Test
    void whatHappenedInQueuesIsWrittenDayByDay() throws Exception {
        Files.createDirectories(home.resolve("data"));
        CallId call = new CallId("exported0001");
        Instant start = Instant.parse("2026-11-02T12:00:00Z");
        try (Database database =
                        Database.open(Storage.settings(Configuration.defaults().at(home)));
                CallStore store = new JdbcCallStore(database, home.resolve("journal"))) {
            store.append(call, new CallEvent.Arrived(start, "=1+1", "4000", Optional.empty(), "sip:udp:x"));
            store.append(call, new CallEvent.Rated(start.plusSeconds(3), "nps", 9));
            store.append(call, new CallEvent.QueueEntered(start.plusSeconds(5), "english"))
                    .join();
        }
        assertThat(export("queue-log", "--from", "2026-11-01", "--until", "2026-11-03"))
                .isZero();
        assertThat(out.toString())
                .startsWith("time,callid,queuename,agent,event,data1")
                .contains(",exported0001,english,NONE,ENTERQUEUE,,'=1+1,,,");
        assertThat(export("queue-log", "--until", "2026-10-01")).isZero();
        assertThat(export("ratings")).isZero();
        assertThat(out.toString())
                .contains("time,callid,dcontext,issue,scale,score")
                .contains(",exported0001,,,nps,9");
        assertThat(export("minutes")).isEqualTo(2);
        assertThat(out.toString()).contains("cdr, queue-log and ratings are there");
    }

    @Test
    void aDayThatIsNoneIsExplained() {
        CommandLine hotline =
                Main.commandLine(home).setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        assertThat(hotline.execute("export", "cdr", "--from", "yesterday")).isEqualTo(2);
        assertThat(out.toString())
                .contains("\"yesterday\" is no day: write it like 2026-11-20")
                .doesNotContain("java.");
    }

    @Test
    void aServerThatRunsHasTheDatabaseAndSaysWhereElse() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Database.open(Storage.settings(Configuration.defaults().at(home))).close();
        try (Stream<Path> files = Files.walk(home);
                FileChannel server = FileChannel.open(
                        files.filter(file -> file.toString().endsWith(".mv.db"))
                                .findFirst()
                                .orElseThrow(),
                        StandardOpenOption.WRITE)) {
            assertThat(server.lock().isValid()).isTrue(); // as another process has it
            assertThat(export("cdr")).isEqualTo(1);
        }
        assertThat(out.toString())
                .contains("Nothing was exported")
                .contains("http://127.0.0.1:8080/api/exports/cdr.csv");
    }
}
