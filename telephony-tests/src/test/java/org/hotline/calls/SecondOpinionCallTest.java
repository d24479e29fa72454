package org.hotline.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.hotline.history.CallEvent;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spoken call to a hotline that asks a language model, which a server on loopback stands for. */
class SecondOpinionCallTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    /** Whatever it is, it is hardly any of those: then callers are asked, whichever issues were likely. */
    private static final String ANSWER = """
            {"choices": [{"index": 0, "message": {"role": "assistant", "content": "{\\"none of these\\": 0.4}"}}]}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void theModelIsAskedAndWhatItSaidIsKept(@TempDir Path data) throws Exception {
        Hotline.needs("espeak-ng");
        HttpServer model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        model.createContext("/v1/chat/completions", this::answer);
        model.start();
        try (Trial hotline = Hotline.ofItsOwn(TrialSettings.of(data, 0, 0, settings(model)))) {
            assertThat(hotline.house().awaitReady(LONG)).isTrue();
            try (Softphone phone = hotline.caller(Language.ENGLISH).build()) {
                PhoneCall call = phone.dials("4000").hears("How can I help you", LONG);
                call.says("i have a question");
                await("the model is asked").atMost(LONG).until(() -> !asked.isEmpty());
                await("what it said is weighed")
                        .atMost(LONG)
                        .until(() -> opinions(hotline).contains("none 0.40"));
                call.hangsUp();
            }
            assertThat(asked).singleElement().asString().contains("question").contains("none of these");
            assertThat(metrics(hotline)).contains("second_opinion_seconds_count{answer=\"given\"} 1");
        } finally {
            model.stop(0);
        }
    }

    /** Of all calls, as their decisions tell. */
    private static List<String> opinions(Trial hotline) {
        return Hotline.calls(hotline).stream()
                .flatMap(cdr -> hotline.calls().events(cdr.id()).stream())
                .flatMap(event ->
                        event instanceof CallEvent.Decided decided ? decided.secondOpinion().stream() : Stream.empty())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        byte[] body = ANSWER.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String settings(HttpServer model) {
        return "second-opinion: { base-url: \"http://127.0.0.1:%d/v1\", model: \"small\", budget: 5s }\n"
                .formatted(model.getAddress().getPort());
    }

    private static String metrics(Trial hotline) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + hotline.house().webPort() + "/metrics"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
