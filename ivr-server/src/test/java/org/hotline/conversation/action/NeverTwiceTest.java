package org.hotline.conversation.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hotline.chores.ActionSettling;
import org.hotline.conversation.http.HttpLookups;
import org.hotline.conversation.jdbc.JdbcActionBook;
import org.hotline.conversation.jdbc.SqlLookups;
import org.hotline.conversation.lookup.BySource;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.speech.Piece;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * A thousand calls that ask for money, over systems that fail before and after they pay, with callers who ask twice, call again and
 * hang up in the middle, and a server that is killed now and then: in the end every order is paid once, and nothing is in doubt.
 */
class NeverTwiceTest {
    private static final int CALLS = 1_000;
    private static final int ORDERS = 400;

    private final Map<String, Long> asked = new HashMap<>();
    private final Set<String> hungUp = new HashSet<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void overHttp() throws Exception {
        try (PayingService service = new PayingService(7, true);
                HttpLookups http = http();
                Books books = new Books()) {
            Query pay = overHttp(service);
            call(pay, new BySource(Lookups.NONE, http), books, 7);
            service.heal();
            settle(pay, new BySource(Lookups.NONE, http), books);
            assertThat(paid(service.payments())).isEqualTo(asked);
            assertThat(service.payments()).hasSameSizeAs(asked.keySet());
            assertThat(service.requests()).as("tried again").isGreaterThan(asked.size());
        }
    }

    /** The test can fail: a service that does not look at the name pays twice. */
    @Test
    void aServiceThatDoesNotKnowAChangeAgainPaysTwice() throws Exception {
        try (PayingService service = new PayingService(7, false);
                HttpLookups http = http();
                Books books = new Books()) {
            Query pay = overHttp(service);
            call(pay, new BySource(Lookups.NONE, http), books, 7);
            service.heal();
            settle(pay, new BySource(Lookups.NONE, http), books);
            assertThat(service.payments()).hasSizeGreaterThan(asked.size());
        }
    }

    @Test
    void overSql() throws Exception {
        try (Books books = new Books()) {
            books.jdbi()
                    .useHandle(
                            handle -> handle.execute(
                                    "create table payment (name varchar(200) primary key, order_number varchar(8), minor bigint)"));
            Faulty sql = new Faulty(new SqlLookups(books.source(), Duration.ofSeconds(3)), new Random(11));
            Query pay = query(
                    new Source.Sql("insert into payment (name, order_number, minor) values (:once, :order, :total)"));
            call(pay, new BySource(sql, Lookups.NONE), books, 11);
            sql.heal();
            settle(pay, new BySource(sql, Lookups.NONE), books);
            List<PayingService.Paid> payments = books.jdbi()
                    .withHandle(handle -> handle.createQuery("select order_number, minor from payment")
                            .map((row, context) -> new PayingService.Paid(row.getString(1), row.getLong(2)))
                            .list());
            assertThat(paid(payments)).isEqualTo(asked);
            assertThat(payments).hasSameSizeAs(asked.keySet());
        }
    }

    private void call(Query pay, Lookups systems, Books books, long seed) {
        Random chance = new Random(seed);
        for (int call = 0; call < CALLS; call++) {
            String order = Integer.toString(10_000_000 + chance.nextInt(ORDERS));
            long total = 100L + Long.parseLong(order) % 97;
            Map<String, Piece> arguments = Map.of(
                    "order",
                    new Piece.Digits(order),
                    "total",
                    new Piece.Amount(total, "USD"),
                    Query.ONCE,
                    new Piece.Text("call-" + call + "/pay/" + order));
            asked.put(order, total);
            now = now.plusSeconds(5);
            boolean killed = chance.nextInt(10) == 0;
            Lookups plan = new WrittenDown(killed ? new Killed(systems) : systems, books.book(), () -> now);
            ask(plan, pay, arguments, chance.nextInt(8) == 0);
            if (chance.nextInt(6) == 0) {
                ask(plan, pay, arguments, false);
            }
        }
        assertThat(hungUp).as("hung up in the middle").isNotEmpty();
    }

    /** A caller who hangs up interrupts the one who waits. */
    private void ask(Lookups plan, Query pay, Map<String, Piece> arguments, boolean hangsUp) {
        FutureTask<Lookups.Result> waiting = new FutureTask<>(() -> plan.look(pay, arguments));
        Thread thread = Thread.ofVirtual().start(waiting);
        try {
            if (hangsUp) {
                waiting.cancel(true);
                hungUp.add(arguments.toString());
            }
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Later runs of the job, each when the next try is due. */
    private void settle(Query pay, Lookups systems, Books books) {
        ActionSettling job = new ActionSettling(books.book(), (plan, name) -> Optional.of(pay), systems, () -> now);
        for (int run = 0; run < 100 && books.inDoubt() > 0; run++) {
            now = now.plus(Duration.ofHours(9));
            job.run();
        }
        assertThat(books.inDoubt()).as("in doubt for ever").isZero();
        asked.keySet().retainAll(books.done());
        assertThat(asked.size()).as("orders paid").isGreaterThan(ORDERS * 8 / 10);
    }

    private static Map<String, Long> paid(List<PayingService.Paid> payments) {
        Map<String, Long> paid = new HashMap<>();
        payments.forEach(payment -> paid.merge(payment.order(), payment.minor(), Long::sum));
        return paid;
    }

    private static HttpLookups http() {
        return new HttpLookups(name -> Optional.empty(), Instant::now, Duration.ofMillis(5));
    }

    private static Query overHttp(PayingService service) {
        return query(new Source.Http(
                "POST",
                service.address(),
                Map.of(),
                Optional.of("{\"order\": \"{order}\", \"minor\": \"{total}\"}"),
                new Source.Access.Open(),
                "Idempotency-Key",
                Duration.ofMillis(700),
                1));
    }

    private static Query query(Source source) {
        return new Query(
                "shop",
                "pay",
                List.of("order", "total"),
                new Query.Does.Change(List.of("order"), Optional.empty(), Optional.empty()),
                source,
                Optional.empty(),
                List.of(Query.DONE),
                Map.of(),
                Optional.empty());
    }

    /** The server dies after the request was answered, before it is settled. */
    private record Killed(Lookups systems) implements Lookups {
        @Override
        public Result look(Query query, Map<String, Piece> arguments) {
            systems.look(query, arguments);
            throw new IllegalStateException("killed");
        }
    }

    /** A database whose line breaks before or after the commit. */
    private static final class Faulty implements Lookups {
        private final Lookups sql;
        private final Random chance;
        private volatile boolean healed;

        Faulty(Lookups sql, Random chance) {
            this.sql = sql;
            this.chance = chance;
        }

        void heal() {
            healed = true;
        }

        @Override
        public Result look(Query query, Map<String, Piece> arguments) {
            int drawn = healed ? 9 : chance.nextInt(10);
            return switch (drawn) {
                case 0, 1 -> new Result.InDoubt();
                case 2, 3 -> {
                    sql.look(query, arguments);
                    yield new Result.InDoubt();
                }
                case 4 -> new Result.Unavailable();
                default -> sql.look(query, arguments);
            };
        }
    }

    /** A book in memory. */
    private static final class Books implements AutoCloseable {
        private final JdbcConnectionPool source =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        private final ActionBook book = new JdbcActionBook(source);

        Books() {
            jdbi().useHandle(handle ->
                    handle.createScript(BookTable.statements()).execute());
        }

        DataSource source() {
            return source;
        }

        Jdbi jdbi() {
            return Jdbi.create(source);
        }

        ActionBook book() {
            return book;
        }

        int inDoubt() {
            return jdbi().withHandle(
                            handle -> handle.createQuery("select count(*) from actions where state = 'in-doubt'")
                                    .mapTo(Integer.class)
                                    .one());
        }

        List<String> done() {
            return jdbi().withHandle(handle -> handle.createQuery(
                            "select substring(thing from 5) from actions where state = 'done'")
                    .mapTo(String.class)
                    .list());
        }

        @Override
        public void close() {
            source.dispose();
        }
    }
}
