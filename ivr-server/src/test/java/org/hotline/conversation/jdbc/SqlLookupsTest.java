package org.hotline.conversation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.conversation.lookup.TrustScore;
import org.hotline.dialplan.Plans;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;

class SqlLookupsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Lookups.Result DONE = new Lookups.Result.Found(Query.DONE, Map.of());
    private static final Class<Lookups.Result.Unknown> UNCHANGED = Lookups.Result.Unknown.class;
    private static final Lookups SHOP = new SqlLookups(shop(), PATIENCE);

    private static DataSource shop() {
        return SampleShop.inMemory(Plans.folder().resolve("shop-en/sample-shop.sql"));
    }

    private static Lookups.Result look(String plan, String query, String order) {
        return SHOP.look(
                Objects.requireNonNull(Plans.of(plan).queries().get(query)), Map.of("order", new Piece.Digits(order)));
    }

    @Test
    void findsAnOrderWithItsValues() {
        assertThat(look("shop-en", "order-status", "12345678"))
                .isEqualTo(new Lookups.Result.Found(
                        "on-its-way",
                        Map.of(
                                "item",
                                new Piece.Text("headset"),
                                "due",
                                new Piece.Date(
                                        LocalDate.now(ZoneId.systemDefault()).plusDays(2)))));
        assertThat(look("shop-zh", "refund-status", "65432109"))
                .isInstanceOfSatisfying(Lookups.Result.Found.class, found -> {
                    assertThat(found.outcome()).isEqualTo("paid");
                    assertThat(found.values()).containsEntry("refund", new Piece.Amount(56800, "CNY"));
                });
    }

    @Test
    void everyQueryOfTheSamplePlansCanBeAsked() {
        for (String plan : List.of("shop-en", "shop-zh")) {
            for (Query query : Plans.of(plan).queries().values()) {
                String order = plan.equals("shop-en") ? "34567890" : "65432109";
                if (query.does().equals(Query.Does.READ) && query.parameters().equals(List.of("order"))) {
                    assertThat(look(plan, query.name(), order))
                            .as(plan + " " + query.name())
                            .isInstanceOf(Lookups.Result.Found.class);
                }
            }
        }
    }

    @Test
    void theSampleShopKnowsItsCustomersAndWhatTheyMayBeCallingAbout() {
        assertThat(caller("shop-en", "2025550101"))
                .containsEntry("customer", new Piece.Digits("1001"))
                .containsEntry("clues", new Piece.Text("order-late"))
                .containsEntry("known-order", new Piece.Digits("23456789"))
                .containsEntry("item", new Piece.Text("coffee machine"));
        assertThat(caller("shop-zh", "13800000002"))
                .containsEntry("clues", new Piece.Text("refund-open"))
                .containsEntry("item", new Piece.Text("运动鞋"));
        assertThat(caller("shop-en", "2025550103"))
                .containsEntry("clues", new Piece.Text("order-delivered account-is-locked"));
        assertThat(caller("shop-zh", "13800000004"))
                .containsEntry("clues", new Piece.Text("payment-failed"))
                .containsEntry("known-order", new Piece.Digits("54321098"));
        assertThat(caller("shop-en", "2025550106")).containsEntry("clues", new Piece.Text("paid-twice"));
        assertThat(caller("shop-zh", "2025550101")).as("of the other hotline").isEmpty();
    }

    private static Map<String, Piece> caller(String plan, String number) {
        Query who = Objects.requireNonNull(Plans.of(plan).queries().get("who-calls"));
        return SHOP.look(who, Map.of("calling", new Piece.Text(number))) instanceof Lookups.Result.Found found
                ? found.values()
                : Map.of();
    }

    @Test
    void everyTierOfTrustHasItsReasons() {
        assertThat(trust("33445566").tier()).isEqualTo("instant");
        assertThat(trust("89012345").tier()).isEqualTo("after-receipt");
        TrustScore.Verdict newcomer = trust("44556677");
        assertThat(newcomer.tier()).isEqualTo("by-a-person");
        assertThat(newcomer.because())
                .startsWith("start 10; past-orders 1: +3; account-months ")
                .contains("total 129.5: -64.8")
                .endsWith("by-a-person");
    }

    private static TrustScore.Verdict trust(String order) {
        Query trust = Objects.requireNonNull(Plans.of("shop-en").queries().get("trust"));
        Lookups.Result facts = SHOP.look(trust, Map.of("order", new Piece.Digits(order)));
        return trust.score().orElseThrow().of(((Lookups.Result.Found) facts).values());
    }

    @Test
    void doesNotKnowOtherOrders() {
        assertThat(look("shop-en", "order-status", "99999999")).isInstanceOf(Lookups.Result.Unknown.class);
        assertThat(look("shop-en", "order-status", "' or '1'='1")).isInstanceOf(Lookups.Result.Unknown.class);
    }

    @Test
    void loadingTheSampleTwiceChangesNothing() {
        DataSource source = shop();
        SampleShop.load(source, Plans.folder().resolve("shop-en/sample-shop.sql"));
        assertThat(look("shop-en", "payment-status", "12345678")).isInstanceOf(Lookups.Result.Found.class);
    }

    @Test
    void aDeadDatabaseIsUnavailable() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://localhost:1/nothing");
        Query query = Objects.requireNonNull(Plans.of("shop-en").queries().get("order-status"));
        assertThat(new SqlLookups(nowhere, PATIENCE).look(query, Map.of("order", new Piece.Digits("12345678"))))
                .isInstanceOf(Lookups.Result.Unavailable.class);
    }

    @Test
    void aStatementThatTakesTooLongIsUnavailable() {
        Query slow = new Query(
                "shop-en",
                "slow",
                List.of(),
                Query.Does.READ,
                new Source.Sql("select count(*) from system_range(1, 100000) a, system_range(1, 100000) b"),
                Optional.empty(),
                List.of(Query.FOUND),
                Map.of(),
                Optional.empty());
        assertThat(new SqlLookups(shop(), Duration.ofSeconds(1)).look(slow, Map.of()))
                .isInstanceOf(Lookups.Result.Unavailable.class);
    }

    @Test
    void aPlanCannotWrite() {
        Query writes = new Query(
                "shop-en",
                "writes",
                List.of(),
                Query.Does.READ,
                new Source.Sql("delete from shop_order"),
                Optional.empty(),
                List.of(Query.FOUND),
                Map.of(),
                Optional.empty());
        DataSource source = shop();
        assertThat(new SqlLookups(source, PATIENCE).look(writes, Map.of()))
                .isInstanceOf(Lookups.Result.Unavailable.class);
        assertThat(new SqlLookups(source, PATIENCE)
                        .look(
                                Objects.requireNonNull(
                                        Plans.of("shop-en").queries().get("order-status")),
                                Map.of("order", new Piece.Digits("12345678"))))
                .isInstanceOf(Lookups.Result.Found.class);
    }

    @Test
    void anActionIsDoneOnceACallAndOnceAnOrder() {
        Lookups shop = new SqlLookups(shop(), PATIENCE);
        Query refund = Objects.requireNonNull(Plans.of("shop-en").queries().get("request-refund"));
        assertThat(shop.look(refund, asked("12345678", "a"))).isEqualTo(DONE);
        assertThat(shop.look(refund, asked("12345678", "a")))
                .as("the same call")
                .isInstanceOf(UNCHANGED);
        assertThat(shop.look(refund, asked("12345678", "b"))).as("another call").isInstanceOf(UNCHANGED);
        assertThat(shop.look(refund, asked("34567890", "c"))).as("paid once").isInstanceOf(UNCHANGED);
        assertThat(shop.look(refund, asked("78901234", "d"))).isEqualTo(DONE);
    }

    @Test
    void anActionWhoseKeyIsThereAlreadyIsNotDoneAgain() {
        DataSource source = shop();
        Query careless = action("insert into shop_request values (:once, 'other', :order, 'USD', 1, current_date)");
        Lookups shop = new SqlLookups(source, PATIENCE);
        assertThat(shop.look(careless, asked("1", "a"))).isEqualTo(DONE);
        assertThat(shop.look(careless, asked("2", "a"))).isInstanceOf(UNCHANGED);
    }

    @Test
    void anActionOfADeadDatabaseIsUnavailable() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://localhost:1/nothing");
        assertThat(new SqlLookups(nowhere, PATIENCE).look(action("update shop_order set status = :once"), Map.of()))
                .isInstanceOf(Lookups.Result.Unavailable.class);
    }

    private static Query action(String sql) {
        return new Query(
                "shop-en",
                "do",
                List.of(),
                Query.Does.CHANGE,
                new Source.Sql(sql),
                Optional.empty(),
                List.of(Query.DONE),
                Map.of(),
                Optional.empty());
    }

    private static Map<String, Piece> asked(String order, String call) {
        return Map.of("order", new Piece.Digits(order), Query.ONCE, new Piece.Text(call));
    }
}
