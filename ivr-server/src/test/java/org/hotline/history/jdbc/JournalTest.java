package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.TurnTaken;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final CallId call = CallId.at(NOON);

    @TempDir
    Path folder;

    private Database database;
    private BrokenLine line;
    private Path files;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(folder));
        line = new BrokenLine(database.dataSource());
        files = folder.resolve("journal");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDurableIsStoredBeforeAReaderLooks() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 3);
            journal.awaitStored(PATIENCE);
            assertThat(stored()).containsExactly(1, 2, 3);
            assertThat(journal.mayHold(call)).isFalse();
        }
    }

    @Test
    void keepsWhatHappensWhileTheDatabaseIsAwayAndStoresItInOrder() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 3);
            journal.awaitStored(PATIENCE);
            line.cut();
            append(journal, 4, 8);
            Awaitility.await().until(journal::isLagging);
            assertThatThrownBy(() -> journal.awaitStored(PATIENCE))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("away");
            assertThat(journal.mayHold(call)).isTrue();
            assertThat(stored()).containsExactly(1, 2, 3);

            line.mend();
            append(journal, 9, 10);
            Awaitility.await().until(() -> !journal.isLagging());
            journal.awaitStored(PATIENCE);
            assertThat(stored()).containsExactlyElementsOf(numbers(1, 10));
        }
        assertThat(segments()).isEmpty();
    }

    @Test
    void moreThanMemoryHoldsIsReadBackFromTheFiles() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            int last = Backlog.MOST + 500;
            CompletableFuture<Void> durable = CompletableFuture.completedFuture(null);
            for (int number = 1; number <= last; number++) {
                Entry entry = new Entry(call, Stories.turn(NOON, number));
                journal.append(entry);
                durable = entry.durable();
            }
            durable.get(30, TimeUnit.SECONDS);
            line.mend();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !journal.isLagging());
            append(journal, last + 1, last + 2);
            journal.awaitStored(PATIENCE);
            assertThat(stored()).containsExactlyElementsOf(numbers(1, last + 2));
            Awaitility.await().until(() -> segments().size() == 1);
        }
    }

    @Test
    void storesTheJournalOfAnEarlierRunBeforeItIsOpen() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 5);
        }
        assertThat(segments()).hasSize(1);
        line.mend();
        try (Journal journal = journal()) {
            assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
            append(journal, 6, 7);
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 7));
        assertThat(segments()).isEmpty();
    }

    @Test
    void commitWithoutAnAnswerIsNotStoredTwice() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 2);
            journal.awaitStored(PATIENCE);
            line.cutAfterCommit();
            append(journal, 3, 3);
            Awaitility.await().until(journal::isLagging);
            append(journal, 4, 4);
            line.mend();
            Awaitility.await().until(() -> !journal.isLagging());
        }
        assertThat(stored()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void segmentStoredButNotYetDroppedIsNotStoredTwice() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 5);
        }
        Path segment = segments().getFirst();
        byte[] lines = Files.readAllBytes(segment);
        line.mend();
        journal().close();
        assertThat(segments()).isEmpty();
        Files.write(segment, lines);
        journal().close();
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
    }

    @Test
    void tornLineAtTheEndOfASegmentWasNeverPromised() throws Exception {
        line.cut();
        try (Journal journal = journal()) {
            append(journal, 1, 2);
        }
        Path segment = segments().getFirst();
        String lines = Files.readString(segment).replace("\0", "");
        Files.writeString(segment, lines + lines.substring(0, lines.length() / 3));
        line.mend();
        try (Journal journal = journal()) {
            append(journal, 3, 3);
        }
        assertThat(stored()).containsExactly(1, 2, 3);
    }

    @Test
    void damagedLineIsPutAside() throws Exception {
        Files.createDirectories(files);
        Files.writeString(
                files.resolve("earlier-000000000000001.journal"), "1 /etc TurnTaken {}\n2 " + call + " Nonsense {}\n");
        try (Journal journal = journal()) {
            append(journal, 1, 1);
        }
        assertThat(stored()).containsExactly(1);
        assertThat(files.resolve("damaged")).content().contains("/etc").contains("Nonsense");
    }

    @Test
    void eventTheDatabaseRefusesKeepsNoOtherBack() throws Exception {
        CallId greedy = CallId.at(NOON);
        try (Journal journal = journal()) {
            append(journal, 1, 2);
            try (var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table calls add constraint no_withheld check (calling <> '1')");
            }
            journal.append(new Entry(greedy, new Arrived(NOON, "1", "2", Optional.empty(), "x")));
            append(journal, 3, 5);
            journal.awaitStored(PATIENCE);
            assertThat(journal.refused()).isEqualTo(1);
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
        assertThat(files.resolve("damaged")).content().contains(greedy.text());
    }

    @Test
    void fileThatCannotBeWrittenIsMadeUpForByTheDatabase() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        try (Journal journal = journal()) {
            Files.move(files, elsewhere);
            append(journal, 1, 3);
            assertThat(stored()).containsExactly(1, 2, 3);
            Files.move(elsewhere, files);
            append(journal, 4, 6);
            assertThat(segments()).hasSize(1);
        }
        assertThat(stored()).containsExactlyElementsOf(numbers(1, 6));
    }

    @Test
    void whatTheDatabaseLostIsStoredAgain() throws Exception {
        try (Journal journal = journal()) {
            append(journal, 1, 3);
            journal.awaitStored(PATIENCE);
            try (var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("delete from call_events where seq > 1");
                statement.execute("update journal set last_line = 1");
            }
            append(journal, 4, 5);
            Awaitility.await().until(() -> stored().size() == 5);
            assertThat(stored()).containsExactlyElementsOf(numbers(1, 5));
        }
    }

    @Test
    void fullSegmentsAreDroppedOnceTheDatabaseHasThem() throws Exception {
        RollingFile file = new RollingFile(new JournalFolder(files), "writer");
        for (int first = 1; first <= 25_000; first += 5_000) {
            file.append(IntStream.range(first, first + 5_000)
                    .mapToObj(number -> Line.of(number, call, Stories.turn(NOON, number)))
                    .toList());
        }
        file.close();
        assertThat(segments()).hasSizeGreaterThan(1);
        try (Journal journal = journal()) {
            assertThat(stored()).containsExactlyElementsOf(numbers(1, 25_000));
            Awaitility.await().until(() -> segments().isEmpty());
            assertThat(journal.refused()).isZero();
        }
    }

    @Test
    void appendingToAClosedJournalFails() {
        Journal journal = journal();
        journal.close();
        Entry late = new Entry(call, Stories.turn(NOON, 1));
        journal.append(late);
        assertThat(late.durable()).isCompletedExceptionally();
    }

    private Journal journal() {
        Journal journal = new Journal(new StoryTables(line.dataSource(), Dialect.H2), files);
        journal.start();
        return journal;
    }

    private List<Path> segments() throws IOException {
        return new JournalFolder(files).segments().stream().map(Segment::path).toList();
    }

    private void append(Journal journal, int first, int last) throws Exception {
        for (int number : numbers(first, last)) {
            Entry entry = new Entry(call, Stories.turn(NOON.plus(Duration.ofSeconds(number)), number));
            journal.append(entry);
            entry.durable().get(20, TimeUnit.SECONDS);
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
