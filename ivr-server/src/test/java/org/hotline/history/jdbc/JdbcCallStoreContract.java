package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.CallStoreContract;
import org.hotline.history.Ending;
import org.hotline.history.Stories;
import org.hotline.history.TalkStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract over one database that is emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcCallStoreContract extends CallStoreContract {
    private Database database;

    @TempDir
    Path folder;

    abstract DatabaseSettings settings();

    @BeforeAll
    void openDatabase() {
        database = Database.open(settings());
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void theTalksOfLocatedCallsCanBeReadOneAfterTheOther() {
        Instant start = Instant.parse("2026-11-03T09:00:00Z");
        try (CallStore store = openStore()) {
            for (int number = 0; number < 3; number++) {
                CallId call = new CallId("located0" + number);
                Stories.everyKind(start.plusSeconds(1000L * number)).forEach(event -> store.append(call, event));
            }
            CallId talked = new CallId("talked00");
            store.append(talked, new CallEvent.Arrived(start, "5550100", "4000", Optional.empty(), "sip:udp:x"));
            store.append(talked, new CallEvent.Answered(start, "shop", "en"));
            store.append(talked, Stories.turn(start, 1)).join();
        }
        List<TalkStories.Story> told = new ArrayList<>();
        TalkStories stories = new JdbcTalkStories(database.dataSource());

        stories.located(Set.of("shop", "other"), start.plusSeconds(1), told::add);
        assertThat(told)
                .extracting(TalkStories.Story::call)
                .extracting(CallId::text)
                .containsExactly("located01", "located02");
        assertThat(told.getFirst().dialplan()).isEqualTo("shop");
        assertThat(told.getFirst().events())
                .hasExactlyElementsOfTypes(
                        CallEvent.TurnTaken.class, CallEvent.Decided.class, CallEvent.IssueLocated.class);

        told.clear();
        stories.located(Set.of("other"), start, told::add);
        stories.located(Set.of(), start, told::add);
        assertThat(told).isEmpty();
    }

    @Test
    void whatANumberCalledAboutLatelyIsKnown() {
        Instant start = Instant.parse("2026-11-04T09:00:00Z");
        try (JdbcCallStore store = openStore()) {
            locate(store, "again01", "+86 10 5550", "parcel-late", start);
            locate(store, "again02", "+86 10 5550", "invoice", start.plusSeconds(10));
            locate(store, "again03", "+86 10 5550", "parcel-late", start.plusSeconds(20));
            locate(store, "again04", "10 5550", "refund-status", start.plusSeconds(30));
            locate(store, "again05", "+86 10 55501", "refund-status", start.plusSeconds(40));
            store.append(
                            new CallId("again06"),
                            new CallEvent.Arrived(
                                    start.plusSeconds(50), "+86 10 5550", "4000", Optional.empty(), "sip:udp:x"))
                    .join();
            assertThat(store.find(new CallId("again06"))).isPresent(); // by now all of it is in the database
            assertThat(store.issues("+86 10 5550", start)).containsExactly("parcel-late", "invoice");
            assertThat(store.issues("+86 10 5550", start.plusSeconds(15))).containsExactly("parcel-late");
            assertThat(store.issues("+86 10 5550", start.plusSeconds(21))).isEmpty();
            assertThat(store.issues("10", start)).isEmpty();
        }
    }

    private static void locate(CallStore store, String call, String calling, String issue, Instant at) {
        CallId id = new CallId(call);
        store.append(id, new CallEvent.Arrived(at, calling, "4000", Optional.empty(), "sip:udp:x"));
        store.append(id, new CallEvent.IssueLocated(at.plusSeconds(1), issue, true, Map.of()))
                .join();
    }

    @Test
    void callsAndQueuesCanBeReadInTheWordsOfTheField() throws Exception {
        CallId call = new CallId("viewedcall01");
        Instant start = Instant.parse("2026-11-02T09:00:00Z");
        try (CallStore store = openStore()) {
            List.of(
                            new CallEvent.Arrived(start, "5550100", "4000", Optional.empty(), "sip:udp:192.0.2.1:5060"),
                            new CallEvent.Answered(start.plusSeconds(1), "shop-en", "en"),
                            new CallEvent.QueueEntered(start.plusSeconds(10), "english"),
                            new CallEvent.Offered(start.plusSeconds(20), "english", "bo"),
                            new CallEvent.OfferReturned(start.plusSeconds(35), "bo", "no-answer"),
                            new CallEvent.Offered(start.plusSeconds(40), "english", "alice"),
                            new CallEvent.AgentJoined(
                                    start.plusSeconds(45), "english", "alice", Duration.ofMillis(34_600)),
                            new CallEvent.AgentLeft(start.plusSeconds(3_800), "alice", Duration.ofSeconds(3_755)),
                            new CallEvent.Ended(
                                    start.plusSeconds(3_800), new Ending.CallerHungUp(Ending.Where.WITH_AGENT)))
                    .forEach(event -> store.append(call, event));
            CallId second = new CallId("viewedcall02");
            store.append(second, new CallEvent.Arrived(start, "5550101", "4000", Optional.empty(), "sip:udp:x"));
            store.append(second, new CallEvent.QueueEntered(start.plusSeconds(10), "english"));
            store.append(
                    second,
                    new CallEvent.QueueLeft(
                            start.plusSeconds(70), "english", "waited-too-long", Duration.ofSeconds(60)));
            store.append(
                            second,
                            new CallEvent.Ended(start.plusSeconds(80), new Ending.NotAnswered(HangupCause.USER_BUSY)))
                    .join();
        }
        assertThat(rows("select event, queuename, agent, data1, data2, data3 from queue_log"
                        + " where callid = 'viewedcall01' order by \"time\", event"))
                .containsExactly(
                        "ENTERQUEUE|english|NONE||5550100|",
                        "RINGNOANSWER|english|bo|15000||",
                        "CONNECT|english|alice|35|viewedcall01|5",
                        "COMPLETECALLER|english|alice|35|3755|");
        assertThat(rows("select event, data3 from queue_log where callid = 'viewedcall02' order by \"time\""))
                .containsExactly("ENTERQUEUE|", "EXITWITHTIMEOUT|60");
        assertThat(rows("select src, dst, lastapp, lastdata, duration, billsec, disposition, uniqueid from cdr"
                        + " order by uniqueid"))
                .containsExactly(
                        "5550100|4000|Queue|english|3800|3799|ANSWERED|viewedcall01",
                        "5550101|4000|Hotline|english|80|0|BUSY|viewedcall02");
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Override
    protected JdbcCallStore openStore() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {"calls", "call_events", "call_tags", "journal"}) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new JdbcCallStore(database, folder.resolve("journal"));
    }
}
