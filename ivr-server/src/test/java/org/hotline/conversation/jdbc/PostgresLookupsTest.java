package org.hotline.conversation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.Plans;
import org.hotline.history.jdbc.Postgres;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same sample shop and queries on PostgreSQL, through one pooled connection that is used again and again. */
@Tag("slow")
class PostgresLookupsTest {
    private static final Piece ORDER = new Piece.Digits("34567890");
    private static final Map<String, Piece> GIVEN =
            Map.of("calling", new Piece.Text("2025550101"), "call", new Piece.Text("a call"));

    @Test
    void answersOnPostgres() {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(Postgres.empty(1).url());
            source.setMaximumPoolSize(1);
            SampleShop.load(source, Plans.folder().resolve("shop-en/sample-shop.sql"));
            SampleShop.load(source, Plans.folder().resolve("shop-en/sample-shop.sql"));
            Lookups lookups = new SqlLookups(source, Duration.ofSeconds(1));
            Dialplan plan = Plans.of("shop-en");

            assertThat(lookups.look(writing(), Map.of())).isInstanceOf(Lookups.Result.Unavailable.class);
            assertThat(lookups.look(sleeping(), Map.of())).isInstanceOf(Lookups.Result.Unavailable.class);
            Query complaint = Objects.requireNonNull(plan.queries().get("open-complaint"));
            assertThat(lookups.look(complaint, Map.of("call", new Piece.Text("a call"), "once", new Piece.Text("1"))))
                    .isInstanceOf(Lookups.Result.Found.class);
            plan.queries().values().stream()
                    .filter(query -> query.does().equals(Query.Does.READ))
                    .forEach(query -> assertThat(lookups.look(
                                    query,
                                    Map.of(
                                            query.parameters().getFirst(),
                                            GIVEN.getOrDefault(
                                                    query.parameters().getFirst(), ORDER))))
                            .as(query.name())
                            .isInstanceOf(Lookups.Result.Found.class));
            notesOnce(lookups, Objects.requireNonNull(plan.queries().get("request-return")));
            Query status = Objects.requireNonNull(plan.queries().get("order-status"));
            assertThat(lookups.look(status, Map.of("order", new Piece.Digits("99999999"))))
                    .isInstanceOf(Lookups.Result.Unknown.class);
            SampleShop.load(source, Plans.folder().resolve("shop-en/sample-shop.sql"));
        }
    }

    private static void notesOnce(Lookups lookups, Query action) {
        Map<String, Piece> order = Map.of("order", new Piece.Digits("12345678"), Query.ONCE, new Piece.Text("a call"));
        assertThat(lookups.look(action, order)).isEqualTo(new Lookups.Result.Found(Query.DONE, Map.of()));
        assertThat(lookups.look(action, order)).isInstanceOf(Lookups.Result.Unknown.class);
    }

    private static Query writing() {
        return query("with gone as (delete from shop_order returning number) select number from gone");
    }

    private static Query sleeping() {
        return query("select 1 from pg_sleep(30)");
    }

    private static Query query(String sql) {
        return new Query(
                "shop-en",
                "wrong",
                List.of(),
                Query.Does.READ,
                new Source.Sql(sql),
                Optional.empty(),
                List.of(Query.FOUND),
                Map.of(),
                Optional.empty());
    }
}
