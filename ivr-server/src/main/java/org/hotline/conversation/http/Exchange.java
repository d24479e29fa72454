package org.hotline.conversation.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.speech.Piece;

/** One query being asked at its service, as often as it takes. Belongs to one thread. */
final class Exchange {
    private static final long LARGEST_ANSWER = 262_144;

    private final HttpClient client;
    private final Credentials credentials;
    private final Source.Http service;
    private final Map<String, Piece> arguments;
    private boolean maybeDone;

    Exchange(HttpClient client, Credentials credentials, Source.Http service, Map<String, Piece> arguments) {
        this.client = client;
        this.credentials = credentials;
        this.service = service;
        this.arguments = arguments;
    }

    /** A text of 256 KB at the most; more is an {@link IOException}. */
    static HttpResponse.BodyHandler<String> limited() {
        return BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER);
    }

    /** True if a try was sent whose answer did not come, or came as a fault of the service. */
    boolean mayBeDone() {
        return maybeDone;
    }

    /** Asks once. */
    Answer ask() throws IOException, InterruptedException {
        HttpRequest request = request();
        try {
            HttpResponse<String> response = client.send(request, limited());
            Answer answer = new Answer(response.statusCode(), response.body());
            if (answer.status() == 401) {
                credentials.forget(service.access());
            }
            maybeDone |= answer.isBusy();
            return answer;
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            throw unreached;
        } catch (IOException | InterruptedException unanswered) {
            maybeDone = true;
            throw unanswered;
        }
    }

    private HttpRequest request() throws IOException, InterruptedException {
        Filling filling = new Filling(arguments);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(filling.address(service.address())))
                .timeout(service.timeout())
                .setHeader("Accept", "application/json");
        service.headers().forEach((name, value) -> request.setHeader(name, filling.header(value)));
        if (arguments.containsKey(Query.ONCE)) {
            request.setHeader(service.once(), filling.header("{" + Query.ONCE + "}"));
        }
        credentials.prove(service.access(), request, service.timeout());
        service.body().ifPresent(ignored -> request.setHeader("Content-Type", "application/json"));
        return request.method(
                        service.method(),
                        service.body()
                                .map(body -> BodyPublishers.ofString(filling.body(body)))
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }
}
