package org.hotline.conversation.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hotline.conversation.lookup.Source.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How we prove who we are to services. Tokens are kept until they are about to end. Any thread. */
final class Credentials {
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final Function<String, Optional<String>> secrets;
    private final InstantSource clock;
    private final Map<Access.ClientCredentials, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    Credentials(HttpClient client, Function<String, Optional<String>> secrets, InstantSource clock) {
        this.client = client;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Adds to a request what its service wants to see.
     *
     * @throws IOException if there is no such secret, or no token to be had
     */
    void prove(Access access, HttpRequest.Builder request, Duration patience) throws IOException, InterruptedException {
        switch (access) {
            case Access.Open ignored -> {}
            case Access.Key key ->
                request.setHeader(
                        key.header(), (key.prefix().isEmpty() ? "" : key.prefix() + " ") + secret(key.secret()));
            case Access.ClientCredentials client ->
                request.setHeader("Authorization", "Bearer " + token(client, patience));
        }
    }

    /** The service refused it: the next request gets another. */
    void forget(Access access) {
        if (access instanceof Access.ClientCredentials client) {
            tokens.remove(client);
        }
    }

    private String token(Access.ClientCredentials access, Duration patience) throws IOException, InterruptedException {
        Token known = tokens.get(access);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.text();
        }
        Token fresh = fetch(access, patience);
        tokens.put(access, fresh);
        return fresh.text();
    }

    /** RFC 6749 sections 2.3.1 and 4.4.2. */
    private Token fetch(Access.ClientCredentials access, Duration patience) throws IOException, InterruptedException {
        String id = form(secret(access.client())) + ":" + form(secret(access.secret()));
        HttpRequest request = HttpRequest.newBuilder(access.tokens())
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"
                        + access.scope().map(scope -> "&scope=" + form(scope)).orElse("")))
                .build();
        HttpResponse<String> answer = client.send(request, Exchange.limited());
        JsonNode token = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        String text = token.path("access_token").asString("");
        if (text.isEmpty()) {
            throw new IOException("no token: status " + answer.statusCode());
        }
        Duration lasts = Duration.ofSeconds(token.path("expires_in").asLong(60));
        return new Token(text, clock.instant().plus(lasts).minus(EARLY));
    }

    private String secret(String name) throws IOException {
        return secrets.apply(name).orElseThrow(() -> new IOException("the secret " + name + " is not set"));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
