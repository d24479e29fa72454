package org.hotline.conversation.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.hotline.conversation.lookup.Lookups.Result;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real service on loopback that answers what it is told to, one answer after the other. */
class HttpLookupsTest {
    private static final Source.Access OPEN = new Source.Access.Open();
    private static final Map<String, String> SECRETS =
            Map.of("HOTLINE_KEY", "k3y", "HOTLINE_ID", "we", "HOTLINE_SECRET", "s3:cret");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final HttpLookups lookups =
            new HttpLookups(name -> Optional.ofNullable(SECRETS.get(name)), Instant::now, Duration.ofMinutes(5));
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        lookups.close();
        server.stop(0);
    }

    HttpLookupsTest() throws IOException {
        server = HttpServer.create();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " "
                + new ArrayList<>(exchange.getRequestHeaders().getOrDefault("Authorization", List.of())) + " "
                + new ArrayList<>(exchange.getRequestHeaders().getOrDefault("Idempotency-key", List.of())));
        String next = answers.isEmpty() ? "200 {}" : answers.removeFirst();
        if (next.equals("cut")) {
            exchange.close();
            return;
        }
        byte[] text = next.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(next.substring(0, 3)), text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    @Test
    void findsOutcomeAndValuesByPointers() {
        answers.add(
                "200 {\"order\": {\"status\": \"delayed\", \"due\": \"2026-12-01\", \"minor\": 1250, \"gone\": null}}");
        Query trace = reading(
                "/orders/{order}",
                OPEN,
                Map.of(
                        "due", new Query.Column.Date("/order/due"),
                        "total", new Query.Column.Amount("/order/minor", "USD"),
                        "gone", new Query.Column.Date("/order/gone")));
        assertThat(lookups.look(trace, Map.of("order", new Piece.Text("a b/c?d"))))
                .isEqualTo(new Result.Found(
                        "delayed",
                        Map.of(
                                "due",
                                new Piece.Date(LocalDate.of(2026, 12, 1)),
                                "total",
                                new Piece.Amount(1250, "USD"))));
        assertThat(seen).containsExactly("GET /orders/a%20b%2Fc%3Fd  [] []");
    }

    @Test
    void unknownUnavailableAndNonsense() {
        Query trace = reading("/orders/1", OPEN, Map.of("due", new Query.Column.Date("/due")));
        answers.addAll(List.of("404 no", "200 {\"due\": \"soon\"}", "200 <html>", "403 no", "302 no"));
        assertThat(lookups.look(trace, Map.of())).isInstanceOf(Result.Unknown.class);
        for (int i = 0; i < 4; i++) {
            assertThat(lookups.look(trace, Map.of())).isInstanceOf(Result.Unavailable.class);
        }
    }

    @Test
    void aChangeIsTriedAgainUnderTheSameName() {
        answers.addAll(List.of("503 busy", "201 {}"));
        assertThat(lookups.look(change(), asked())).isEqualTo(new Result.Found(Query.DONE, Map.of()));
        assertThat(seen)
                .hasSize(2)
                .allMatch(request -> request.equals("POST /pay {\"order\":\"12\",\"minor\":990} [] [a call/pay/12]"));
    }

    @Test
    void saysWhetherAChangeMayHaveBeenMade() {
        answers.addAll(List.of("cut", "cut"));
        assertThat(lookups.look(change(), asked())).as("cut off").isInstanceOf(Result.InDoubt.class);
        answers.addAll(List.of("400 no"));
        assertThat(lookups.look(change(), asked())).as("refused").isInstanceOf(Result.Unavailable.class);
        answers.addAll(List.of("422 no"));
        assertThat(lookups.look(change(), asked())).as("not to be done").isInstanceOf(Result.Unknown.class);
        answers.addAll(List.of("500 oh", "422 no"));
        assertThat(lookups.look(change(), asked())).as("a fault before").isInstanceOf(Result.InDoubt.class);
        server.stop(0);
        assertThat(lookups.look(change(), asked())).as("not there").isInstanceOf(Result.Unavailable.class);
    }

    @Test
    void provesWhoWeAre() {
        Query keyed = reading("/a", new Source.Access.Key("Authorization", "Bearer", "HOTLINE_KEY"), Map.of());
        assertThat(lookups.look(keyed, Map.of())).isInstanceOf(Result.Found.class);
        assertThat(seen).containsExactly("GET /a  [Bearer k3y] []");

        seen.clear();
        answers.add("200 {\"access_token\": \"t0k\", \"expires_in\": 3600}");
        Source.Access client = new Source.Access.ClientCredentials(
                URI.create(address("/token")), "HOTLINE_ID", "HOTLINE_SECRET", Optional.of("orders"));
        Query granted = reading("/b", client, Map.of());
        assertThat(lookups.look(granted, Map.of())).isInstanceOf(Result.Found.class);
        assertThat(lookups.look(granted, Map.of())).isInstanceOf(Result.Found.class);
        assertThat(seen)
                .as("one token for both")
                .containsExactly(
                        "POST /token grant_type=client_credentials&scope=orders [Basic d2U6czMlM0FjcmV0] []",
                        "GET /b  [Bearer t0k] []",
                        "GET /b  [Bearer t0k] []");

        Query forgotten = reading("/c", new Source.Access.Key("X-Api-Key", "", "HOTLINE_MISSING"), Map.of());
        assertThat(lookups.look(forgotten, Map.of())).isInstanceOf(Result.Unavailable.class);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAlone() {
        Query trace = reading("/orders/1", OPEN, Map.of());
        for (int i = 0; i < 10; i++) {
            answers.add("500 oh");
            assertThat(lookups.look(trace, Map.of())).isInstanceOf(Result.Unavailable.class);
        }
        assertThat(seen).hasSizeLessThan(10);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Query reading(String path, Source.Access access, Map<String, Query.Column> values) {
        boolean named = values.containsKey("total");
        return query(
                Query.Does.READ,
                new Source.Http(
                        "GET",
                        address(path),
                        Map.of(),
                        Optional.empty(),
                        access,
                        "Idempotency-Key",
                        Duration.ofSeconds(10),
                        1),
                named ? Optional.of("/order/status") : Optional.empty(),
                values);
    }

    private Query change() {
        return query(
                Query.Does.CHANGE,
                new Source.Http(
                        "POST",
                        address("/pay"),
                        Map.of(),
                        Optional.of("{\"order\":\"{order}\",\"minor\":\"{total}\"}"),
                        OPEN,
                        "Idempotency-Key",
                        Duration.ofSeconds(10),
                        2),
                Optional.empty(),
                Map.of());
    }

    private static Query query(
            Query.Does does, Source source, Optional<String> outcome, Map<String, Query.Column> values) {
        return new Query(
                "shop",
                "ask",
                List.of("order", "total"),
                does,
                source,
                outcome,
                List.of(Query.FOUND),
                values,
                Optional.empty());
    }

    private static Map<String, Piece> asked() {
        return Map.of(
                "order",
                new Piece.Digits("12"),
                "total",
                new Piece.Amount(990, "USD"),
                Query.ONCE,
                new Piece.Text("a call/pay/12"));
    }
}
