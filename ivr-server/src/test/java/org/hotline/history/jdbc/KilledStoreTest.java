package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.TurnTaken;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any instant: what was reported as durable is there, in order and once. */
@Tag("slow")
class KilledStoreTest {
    @TempDir
    Path folder;

    @RepeatedTest(3)
    void whatWasDurableSurvives(RepetitionInfo repetition) throws Exception {
        CallId call = CallId.at(Instant.now());
        int killAfter = 50 + new Random(repetition.getCurrentRepetition()).nextInt(400);
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingChild.class.getName(),
                        folder.toString(),
                        call.text())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int durable = 0;
        try (BufferedReader reports = child.inputReader()) {
            for (String line = reports.readLine(); line != null; line = reports.readLine()) {
                durable = line.matches("\\d+") ? Integer.parseInt(line) : durable;
                if (durable == killAfter) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(durable).isGreaterThanOrEqualTo(killAfter);
        assertThat(stored(call))
                .startsWith(IntStream.rangeClosed(1, durable).boxed().toArray(Integer[]::new));
    }

    private List<Integer> stored(CallId call) {
        try (Database database = Database.open(DatabaseSettings.embedded(folder));
                JdbcCallStore store = new JdbcCallStore(database, folder.resolve("journal"))) {
            List<Integer> numbers = store.events(call).stream()
                    .map(event -> ((TurnTaken) event).number())
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            return numbers;
        }
    }
}
