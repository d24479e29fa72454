package org.hotline.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.hotline.call.CallId;
import org.hotline.queue.Event;
import org.hotline.queue.Offer;
import org.hotline.queue.QueueJournal.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcQueueJournalTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
    private static final CallId CALL = new CallId("call1");

    private final JdbcDataSource database = new JdbcDataSource();

    JdbcQueueJournalTest() {
        database.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    }

    @BeforeEach
    void makeTable() throws SQLException {
        run(migration());
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        run("SHUTDOWN");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String migration() {
        try (InputStream sql = JdbcQueueJournalTest.class.getResourceAsStream("/db/migration/V20__queue_journal.sql")) {
            assertThat(sql).isNotNull();
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> oneOfEach() {
        return List.of(
                new Event.CallerEntered(CALL, "shop", Optional.of(Duration.ofMinutes(5))),
                new Event.CallerEntered(new CallId("call2"), "shop", Optional.empty()),
                new Event.CallerLeft(CALL, Event.Leaving.KEY_EXIT),
                new Event.AgentSignedIn("ann"),
                new Event.AgentSignedOut("ann"),
                new Event.AgentReady("ann"),
                new Event.BreakBegun("ann"),
                new Event.PhoneReachable("ann"),
                new Event.PhoneUnreachable("ann"),
                new Event.OfferMade(new Offer(7, CALL, "shop", "ann", NOON)),
                new Event.OfferPickedUp(7, "ann"),
                new Event.OfferAccepted(7, "ann"),
                new Event.OfferReturned(7, "ann", Offer.Return.UNREACHABLE),
                new Event.TalkEnded(CALL, "ann"),
                new Event.ClockTicked(),
                new Event.Restarted());
    }

    @Test
    void everyKindOfEventComesBackAsItWas() {
        assertThat(Event.class.getPermittedSubclasses()).hasSize(oneOfEach().size() - 1);
        List<Entry> entries = new ArrayList<>();
        try (JdbcQueueJournal journal = new JdbcQueueJournal(database)) {
            for (Event event : oneOfEach()) {
                Entry entry = new Entry(NOON.plusMillis(entries.size()), event);
                entries.add(entry);
                journal.append(entry);
            }
        }
        try (JdbcQueueJournal journal = new JdbcQueueJournal(database)) {
            assertThat(journal.since(NOON)).isEqualTo(entries);
        }
    }

    @Test
    void agentsWhoSignedInLongAgoAreRemembered() {
        Entry longAgo = new Entry(NOON.minus(Duration.ofDays(3)), new Event.AgentSignedIn("ann"));
        Entry later = new Entry(NOON.minus(Duration.ofDays(2)), new Event.BreakBegun("ann"));
        Entry other = new Entry(NOON.minus(Duration.ofDays(2)), new Event.AgentSignedIn("ben"));
        Entry today = new Entry(NOON, new Event.ClockTicked());
        try (JdbcQueueJournal journal = new JdbcQueueJournal(database)) {
            List.of(longAgo, later, other, today).forEach(journal::append);
            await().untilAsserted(() -> assertThat(journal.since(NOON)).containsExactly(later, other, today));
        }
    }

    @Test
    void trimmingForgetsOnlyWhatNoReplayAsksFor() {
        Entry longAgo = new Entry(NOON.minus(Duration.ofDays(3)), new Event.AgentSignedIn("ann"));
        Entry served = new Entry(NOON.minus(Duration.ofDays(2)), new Event.TalkEnded(CALL, "ann"));
        Entry later = new Entry(NOON.minus(Duration.ofDays(2)), new Event.BreakBegun("ann"));
        Entry other = new Entry(NOON.minus(Duration.ofDays(2)), new Event.AgentSignedOut("ben"));
        Entry today = new Entry(NOON, new Event.AgentReady("ann"));
        try (JdbcQueueJournal journal = new JdbcQueueJournal(database)) {
            List.of(longAgo, served, later, other, today).forEach(journal::append);
            await().untilAsserted(() -> assertThat(journal.since(NOON)).containsExactly(later, other, today));
            assertThat(journal.trim(NOON)).isEqualTo(2);
            assertThat(journal.since(NOON)).containsExactly(later, other, today);
            assertThat(journal.since(Instant.EPOCH)).containsExactly(later, other, today);
            assertThat(journal.trim(NOON.plusSeconds(1))).isEqualTo(1);
            assertThat(journal.since(NOON.plusSeconds(1))).containsExactly(other, today);
            assertThat(journal.trim(NOON.plusSeconds(1))).isZero();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() throws SQLException {
        run("ALTER TABLE queue_journal RENAME TO elsewhere");
        try (JdbcQueueJournal journal = new JdbcQueueJournal(database)) {
            Entry entry = new Entry(NOON, new Event.AgentSignedIn("ann"));
            journal.append(entry);
            run("ALTER TABLE elsewhere RENAME TO queue_journal");
            await().untilAsserted(() -> assertThat(journal.since(NOON)).containsExactly(entry));
        }
    }
}
