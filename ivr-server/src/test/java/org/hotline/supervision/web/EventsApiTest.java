package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.CallId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live board as a stream of events. */
class EventsApiTest {
    private SampleCentre centre;

    @BeforeEach
    void open() {
        centre = new SampleCentre().start();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Stream follow(Visitor visitor) throws Exception {
        var request = visitor.request("/api/events", "Accept", "text/event-stream")
                .GET()
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void thePresentPictureComesFirstThenEveryChangeAndABeatEachSecond() throws Exception {
        Stream stream = follow(new Visitor(centre.address()).loggedInAs("lin"));
        await().until(() -> !stream.data("board").isEmpty());
        assertThat(stream.lines.getFirst()).isEqualTo("id: 1");
        assertThat(stream.data("board").getFirst()).contains("我的退款什么时候到账").contains("138****5678");

        centre.board.enters("vip", new CallId("newcaller1"));
        await().atMost(Duration.ofSeconds(1)).until(() -> stream.data("board").size() == 2);
        assertThat(stream.data("board").getLast()).contains("newcaller1");

        int beats = stream.data("beat").size();
        await().atMost(Duration.ofMillis(3500)).until(() -> stream.data("beat").size() >= beats + 2);
        assertThat(stream.data("board")).hasSize(2);
    }

    @Test
    void anAgentsStreamHasOnlyTheOwnCall() throws Exception {
        Stream stream = follow(new Visitor(centre.address()).loggedInAs("anna"));
        await().until(() -> !stream.data("board").isEmpty());
        assertThat(stream.data("board").getFirst())
                .contains("\"id\":\"" + SampleBoard.TALKING + "\"")
                .doesNotContain("\"id\":\"" + SampleBoard.WAITING + "\"");
    }

    @Test
    void loggingOutEndsTheStream() throws Exception {
        Visitor lin = new Visitor(centre.address()).loggedInAs("lin");
        Stream stream = follow(lin);
        await().until(() -> !stream.data("board").isEmpty());
        lin.delete("/api/session");
        await().atMost(Duration.ofSeconds(3)).until(() -> stream.ended);
    }

    @Test
    void whoeverDoesNotWantAStreamIsToldSo() {
        assertThat(new Visitor(centre.address())
                        .loggedInAs("lin")
                        .get("/api/events")
                        .code())
                .isEqualTo("bad-request");
    }

    /** Reads a stream on a thread of its own. */
    private static final class Stream {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        Stream(BufferedReader text) {
            Thread.startVirtualThread(() -> {
                try {
                    for (String line = text.readLine(); line != null; line = text.readLine()) {
                        lines.add(line);
                    }
                } catch (IOException closed) {
                    lines.add("closed");
                }
                ended = true;
            });
        }

        /** What came with the events of this name, in order. */
        List<String> data(String event) {
            List<String> data = new CopyOnWriteArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).startsWith("data: ") && lines.get(i - 1).equals("event: " + event)) {
                    data.add(lines.get(i).substring("data: ".length()));
                }
            }
            return data;
        }
    }
}
