package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.TurnTaken;
import org.hotline.history.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final CallId call = CallId.at(NOON);

    @TempDir
    Path folder;

    private Database database;
    private BrokenLine line;
    private Path spool;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(folder));
        line = new BrokenLine(database.dataSource());
        spool = folder.resolve("spool");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatHappensWhileTheDatabaseIsAwayAndStoresItInOrder() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 3);
            line.cut();
            append(journal, 4, 8);
            assertThat(journal.isSpooling()).isTrue();
            assertThat(stored()).containsExactly(1, 2, 3);
            assertThat(Files.size(spool)).isPositive();

            line.mend();
            append(journal, 9, 10);
            Awaitility.await().until(() -> !journal.isSpooling());
            append(journal, 11, 12);
            assertThat(stored()).containsExactlyElementsOf(numbers(1, 12));
            assertThat(Files.size(spool)).isZero();
        }
    }

    @Test
    void storesTheSpoolOfAnEarlierRun() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 5);
        }
        line.mend();
        try (Journal journal = journal()) {
            append(journal, 6, 7);
            Awaitility.await().until(() -> !journal.isSpooling());
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 7));
    }

    @Test
    void commitWithoutAnAnswerIsNotStoredTwice() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 2);
            line.cutAfterCommit();
            append(journal, 3, 3);
            assertThat(Files.size(spool)).isPositive();
            line.mend();
            Awaitility.await().until(() -> !journal.isSpooling());
            append(journal, 4, 4);
        }
        assertThat(stored()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void spoolStoredButNotYetEmptiedIsNotStoredTwice() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 5);
        }
        byte[] lines = Files.readAllBytes(spool);
        line.mend();
        try (Journal journal = journal()) {
            Awaitility.await().until(() -> !journal.isSpooling());
        }
        Files.write(spool, lines);
        try (Journal journal = journal()) {
            Awaitility.await().until(() -> !journal.isSpooling());
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
    }

    @Test
    void tornLineAtTheEndOfTheSpoolWasNeverPromised() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 2);
        }
        byte[] lines = Files.readAllBytes(spool);
        Files.write(spool, Arrays.copyOf(lines, lines.length / 3), StandardOpenOption.APPEND);
        line.mend();
        try (Journal journal = journal()) {
            append(journal, 3, 3);
            Awaitility.await().until(() -> !journal.isSpooling());
        }
        assertThat(stored()).containsExactly(1, 2, 3);
    }

    @Test
    void damagedLineOfTheSpoolIsPutAside() throws Exception {
        Files.writeString(spool, "{\"writer\":\"x\",\"batch\":1,\"events\":[{\"call\":\"/etc\"}]}\n");
        try (Journal journal = journal()) {
            append(journal, 1, 1);
            Awaitility.await().until(() -> !journal.isSpooling());
        }
        assertThat(stored()).containsExactly(1);
        assertThat(folder.resolve("spool.damaged")).content().contains("/etc");
    }

    @Test
    void eventTheDatabaseRefusesKeepsNoOtherBack() throws Exception {
        CallId greedy = CallId.at(NOON);
        try (Journal journal = journal()) {
            append(journal, 1, 2);
            line.cut();
            append(journal, 3, 3);
            Entry tooLong = new Entry(greedy, new Arrived(NOON, "1", "2", Optional.empty(), "x"));
            try (var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table calls add constraint no_withheld check (calling <> '1')");
            }
            journal.append(tooLong);
            append(journal, 4, 5);
            line.mend();
            Awaitility.await().until(() -> !journal.isSpooling());
            assertThat(journal.refused()).isEqualTo(1);
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
        assertThat(folder.resolve("spool.damaged")).content().contains(greedy.text());
    }

    @Test
    void appendingToAClosedJournalFails() throws IOException {
        Journal journal = journal();
        journal.close();
        Entry late = new Entry(call, Stories.turn(NOON, 1));
        journal.append(late);
        assertThat(late.durable()).isCompletedExceptionally();
    }

    private Journal journal() {
        Journal journal = new Journal(new StoryTables(line.dataSource(), Dialect.H2), new Spool(spool));
        journal.start();
        return journal;
    }

    private void append(Journal journal, int first, int last) throws Exception {
        for (int number : numbers(first, last)) {
            Entry entry = new Entry(call, Stories.turn(NOON.plus(Duration.ofSeconds(number)), number));
            journal.append(entry);
            entry.durable().get(10, TimeUnit.SECONDS);
        }
    }

    private static Iterable<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private List<Integer> stored() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select kind, json from call_events order by seq")
                        .map((row, context) -> EventJson.read(row.getString("kind"), row.getString("json")))
                        .map((CallEvent event) -> ((TurnTaken) event).number())
                        .list());
    }
}
