package org.hotline.conversation.http;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.speech.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers queries by services over HTTP. A try that fails is made again, a change with its name in a header, so that the service
 * knows it again. A service that failed five of the last ten times is left alone for ten seconds (circuit breaker, one a
 * host). Whatever goes wrong is a {@link Lookups.Result}, never an exception in a call. Any thread.
 */
public final class HttpLookups implements Lookups, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpLookups.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, CircuitBreaker<Answer>> breakers = new ConcurrentHashMap<>();
    private final Credentials credentials;
    private final Duration rest;

    /** @param secrets what the names of secrets in plans stand for */
    public HttpLookups(Function<String, Optional<String>> secrets, InstantSource clock) {
        this(secrets, clock, REST);
    }

    /** @param rest how long a service that fails is left alone */
    public HttpLookups(Function<String, Optional<String>> secrets, InstantSource clock, Duration rest) {
        this.rest = rest;
        this.credentials = new Credentials(client, secrets, clock);
    }

    @Override
    public Result look(Query query, Map<String, Piece> arguments) {
        return switch (query.source()) {
            case Source.Http http -> look(query, http, arguments);
            case Source.Sql ignored -> throw new IllegalArgumentException(query.name() + " is no service");
        };
    }

    private Result look(Query query, Source.Http service, Map<String, Piece> arguments) {
        Exchange exchange = new Exchange(client, credentials, service, arguments);
        try {
            Answer answer = Failsafe.with(retries(service), breaker(service)).get(exchange::ask);
            return switch (query.does()) {
                case Query.Does.Read ignored -> answer.read(query);
                case Query.Does.Change ignored -> changed(answer, exchange);
            };
        } catch (FailsafeException failed) {
            return failed(query, exchange, failed);
        }
    }

    /** What the last try was told says nothing of an earlier one that was not answered. */
    private static Result changed(Answer answer, Exchange exchange) {
        Result result = answer.change();
        return result instanceof Result.Found || !exchange.mayBeDone() ? result : new Result.InDoubt();
    }

    /** An interruption is passed on: the caller hung up. */
    private static Result failed(Query query, Exchange exchange, FailsafeException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        LOG.atWarn()
                .addKeyValue("lookup", query.name())
                .addKeyValue("reason", cause.getClass().getSimpleName())
                .log("A service could not be asked");
        return switch (query.does()) {
            case Query.Does.Read ignored -> new Result.Unavailable();
            case Query.Does.Change ignored -> exchange.mayBeDone() ? new Result.InDoubt() : new Result.Unavailable();
        };
    }

    private static RetryPolicy<Answer> retries(Source.Http service) {
        return RetryPolicy.<Answer>builder()
                .handle(IOException.class)
                .abortOn(CircuitBreakerOpenException.class)
                .handleResultIf(Answer::isBusy)
                .withMaxAttempts(service.tries())
                .withBackoff(100, 1_000, ChronoUnit.MILLIS)
                .withJitter(0.2)
                .build();
    }

    private CircuitBreaker<Answer> breaker(Source.Http service) {
        return breakers.computeIfAbsent(
                URI.create(service.address().replaceAll("\\{.*", "")).getAuthority(),
                host -> CircuitBreaker.<Answer>builder()
                        .handle(IOException.class)
                        .handleResultIf(Answer::isBusy)
                        .withFailureThreshold(5, 10)
                        .withDelay(rest)
                        .onOpen(ignored ->
                                LOG.atWarn().addKeyValue("host", host).log("A service is left alone for a while"))
                        .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
