package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A database that dies while people are on the phone. */
@Execution(ExecutionMode.CONCURRENT)
class DatabaseFaultsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void callsGoOnWithoutItAndGetTheirRecordsAfterwards() throws IOException {
        EmbeddedPostgres first = postgres(0);
        int port = first.getPort();
        try (Trial hotline = Hotline.ofItsOwn(folder.resolve("data"), onDatabase(port));
                Softphone alice = hotline.agent("alice", Language.ENGLISH);
                Softphone phone =
                        hotline.caller(Language.ENGLISH).showing("5550301").build();
                Softphone other =
                        hotline.caller(Language.ENGLISH).showing("5550302").build()) {
            alice.dials("*10").isHungUpOn(LONG);
            PhoneCall before = phone.dials("4000").waits(Duration.ofSeconds(1));
            first.close();

            before.presses("1")
                    .waits(Duration.ofSeconds(2))
                    .presses("12345678")
                    .waits(Duration.ofSeconds(2))
                    .presses("1");
            PhoneCall offered = alice.rings(LONG).answers();
            Ear.joins(before, offered, 440);
            before.hangsUp();
            offered.isHungUpOn(LONG);
            other.dials("4000")
                    .presses("6")
                    .waits(Duration.ofSeconds(2))
                    .presses("25")
                    .isHungUpOn(LONG);
            assertThat(Health.of(hotline))
                    .contains("The database is away; calls are kept in the journal on disk until it is back.");

            try (EmbeddedPostgres second = postgres(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                Cdr begunBefore = Hotline.recordOf(hotline, "5550301");
                Cdr begunDuring = Hotline.recordOf(hotline, "5550302");
                assertThat(begunBefore.ending()).contains(new Ending.CallerHungUp(Ending.Where.WITH_AGENT));
                assertThat(begunBefore.agent()).contains("alice");
                assertThat(begunDuring.ending()).contains(new Ending.Completed(Ending.Where.IN_CONVERSATION));
                List<CallEvent> story = hotline.calls().events(begunBefore.id());
                assertThat(story)
                        .anyMatch(CallEvent.Arrived.class::isInstance)
                        .anyMatch(CallEvent.Ended.class::isInstance)
                        .as("what can not be looked up is done by a colleague")
                        .anyMatch(event -> event instanceof CallEvent.TurnTaken turn
                                && turn.step().equals("system-down"));
                await().atMost(LONG).until(() -> Health.of(hotline), said -> !said.contains("database is away"));
            }
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static String onDatabase(int port) {
        return "database: { url: \"jdbc:postgresql://127.0.0.1:" + port
                + "/postgres\", user: postgres, password: postgres }";
    }
}
