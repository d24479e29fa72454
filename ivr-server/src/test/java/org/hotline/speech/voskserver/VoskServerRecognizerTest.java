package org.hotline.speech.voskserver;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.javalin.websocket.WsContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.Test;

/** The adapter against servers that are slow, silent, strange or not there. */
class VoskServerRecognizerTest {
    private static final String FINAL = "{\"text\" : \"hello there\"}";

    @Test
    void aServerThatSpeaksOnlyAtTheEnd() throws Exception {
        try (StrangeServer server = new StrangeServer(socket -> socket.onMessage(message -> {
                    if (message.message().contains("eof")) {
                        message.send(FINAL);
                        message.closeSession(1000, "");
                    }
                }));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 50);
            assertThat(recognition.finish().get(5, SECONDS).text()).isEqualTo("hello there");
            assertThat(recognition.hasFailed()).isFalse();
        }
    }

    @Test
    void aServerThatGivesAlternatives() throws Exception {
        String answer =
                "{\"alternatives\" : [{\"text\" : \"yes\", \"confidence\" : 213.5, \"result\" : [{\"word\" : \"yes\"}]},"
                        + " {\"text\" : \"yet\", \"confidence\" : 212.1}, {\"text\" : \"yeah\"}]}";
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"ye\"}"));
                    socket.onMessage(message -> {
                        if (message.message().contains("eof")) {
                            message.send(answer);
                        }
                    });
                });
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 20);
            Awaitility.await().until(() -> recognition.partial().text().equals("ye"));
            Transcript heard = recognition.finish().get(5, SECONDS);
            assertThat(heard.text()).isEqualTo("yes");
            assertThat(heard.alternatives())
                    .extracting(Transcript.Reading::text)
                    .containsExactly("yet", "yeah");
            double yet = Math.exp(-1.4) / (1 + Math.exp(-1.4));
            assertThat(heard.alternatives().getFirst().probability()).isCloseTo(yet, within(1e-9));
            assertThat(heard.readings().getFirst().probability()).isCloseTo(1 - yet, within(1e-9));
            assertThat(heard.confidence()).as("the readings that have the word").isCloseTo(1 - yet, within(1e-9));
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (StrangeServer server = new StrangeServer(socket -> {});
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 20);
            assertThat(recognition.finish().get(5, SECONDS)).isEqualTo(Transcript.EMPTY);
            assertThat(recognition.hasFailed()).isTrue();
        }
    }

    @Test
    void aServerThatHangsUpIsAFailureAtOnce() throws Exception {
        try (StrangeServer server = new StrangeServer(
                        socket -> socket.onBinaryMessage(sound -> sound.closeSession(1011, "out of memory")));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 20);
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(recognition::hasFailed);
            assertThat(recognition.finish().get(1, SECONDS)).isEqualTo(Transcript.EMPTY);
        }
    }

    @Test
    void aServerThatTalksNonsenseIsNoMoreThanSilent() throws Exception {
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onBinaryMessage(sound -> sound.send("<html>"));
                    socket.onMessage(message -> message.send("[1, 2]"));
                });
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 20);
            assertThat(recognition.finish().get(5, SECONDS)).isEqualTo(Transcript.EMPTY);
        }
    }

    @Test
    void nobodyThereIsAFailureNotAnException() throws Exception {
        try (VoskServerRecognizer recognizer = recognizer(URI.create("ws://127.0.0.1:9/"))) {
            Recognition recognition = listening(recognizer, 20);
            Awaitility.await().atMost(Duration.ofSeconds(4)).until(recognition::hasFailed);
            assertThat(recognition.finish().get(1, SECONDS)).isEqualTo(Transcript.EMPTY);
            assertThat(recognizer.listen(Language.MANDARIN, 8000, List.of()).hasFailed())
                    .as("no server for this language")
                    .isTrue();
        }
    }

    @Test
    void onlyOurOwnProcessesAreAskedToGoOn() throws Exception {
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        AtomicInteger connections = new AtomicInteger();
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onConnect(fresh -> connections.incrementAndGet());
                    socket.onMessage(message -> {
                        if (!message.message().contains("config")) {
                            ends.add(message.message());
                            message.send(FINAL);
                        }
                    });
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"hello\"}"));
                });
                HttpClient client = HttpClient.newHttpClient()) {
            VoskServer own = VoskServer.own(server.address(), client, 0, 0);
            VoskServer foreign = VoskServer.foreign(server.address(), client, 0, 0);
            for (int i = 0; i < 3; i++) {
                assertThat(said(own.listen(8000, List.of())).text()).isEqualTo("hello there");
            }
            own.listen(8000, List.of()).close();
            assertThat(connections)
                    .as("one connection for all, and none lost by a silent turn")
                    .hasValue(1);
            said(foreign.listen(8000, List.of()));
            said(foreign.listen(8000, List.of()));
            assertThat(connections).as("one more for each").hasValue(3);
            own.close();
            foreign.close();
        }
        assertThat(ends).startsWith("{\"reset\" : 1}").endsWith("{\"eof\" : 1}").hasSize(5);
    }

    @Test
    void theFinalTextIsAskedForOnce() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"hello\"}"));
                    socket.onMessage(message -> {
                        if (!message.message().contains("config")) {
                            asked.add(message.message());
                            message.send(FINAL);
                        }
                    });
                });
                HttpClient client = HttpClient.newHttpClient();
                VoskServer own = VoskServer.own(server.address(), client, 0, 0);
                VoskServer foreign = VoskServer.foreign(server.address(), client, 0, 0)) {
            Recognition recognition = own.listen(8000, List.of());
            accept(recognition, 10);
            assertThat(recognition.conclude()).isTrue();
            Awaitility.await().until(() -> recognition.partial().text().equals("hello there"));
            assertThat(recognition.conclude()).isTrue();
            assertThat(recognition.finish()).as("it is there").isCompletedWithValue(recognition.partial());
            Recognition other = foreign.listen(8000, List.of());
            accept(other, 10);
            assertThat(other.conclude()).as("it would hang up").isFalse();
            assertThat(other.finish().get(5, SECONDS).text()).isEqualTo("hello there");
        }
        assertThat(asked).containsExactly("{\"reset\" : 1}", "{\"eof\" : 1}");
    }

    @Test
    void aConnectionIsToldOnceWhatMayBeSaid() throws Exception {
        BlockingQueue<String> configs = new LinkedBlockingQueue<>();
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"hello\"}"));
                    socket.onMessage(message -> {
                        if (message.message().contains("config")) {
                            configs.add(message.message());
                        } else {
                            message.send(FINAL);
                        }
                    });
                });
                HttpClient client = HttpClient.newHttpClient();
                VoskServer own = VoskServer.own(server.address(), client, 0, 0)) {
            for (List<String> phrases : List.of(List.of("yes"), List.of("yes"), List.of("no"), List.of("yes"))) {
                said(own.listen(8000, phrases));
            }
        }
        assertThat(configs).hasSize(3);
    }

    @Test
    void anUtteranceGivenUpTakesItsConnectionWithIt() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onConnect(fresh -> connections.incrementAndGet());
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"old words\"}"));
                    socket.onMessage(message -> {
                        if (message.message().contains("reset")) {
                            message.send(FINAL);
                        }
                    });
                });
                HttpClient client = HttpClient.newHttpClient();
                VoskServer own = VoskServer.own(server.address(), client, 0, 0)) {
            Recognition given = own.listen(8000, List.of());
            given.accept(Frame.silence(8000));
            given.finish().get(5, SECONDS);
            Recognition up = own.listen(8000, List.of());
            for (int i = 0; i < 30; i++) {
                up.accept(Frame.silence(8000));
            }
            up.close();
            assertThat(said(own.listen(8000, List.of())).text()).isEqualTo("hello there");
            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void soundGathersWhileNobodyWaitsOrTheDecoderIsBusy() throws Exception {
        BlockingQueue<Integer> millis = new LinkedBlockingQueue<>();
        BlockingQueue<WsContext> asked = new LinkedBlockingQueue<>();
        try (StrangeServer server = new StrangeServer(socket -> socket.onBinaryMessage(sound -> {
                    millis.add(sound.data().remaining() / 16);
                    asked.add(sound);
                }));
                HttpClient client = HttpClient.newHttpClient();
                VoskServer own = VoskServer.own(server.address(), client, 0, 0);
                Recognition recognition = own.listen(8000, List.of())) {
            accept(recognition, 20);
            assertThat(millis.poll(5, SECONDS)).as("nobody waits").isEqualTo(400);
            accept(recognition, 12);
            recognition.hasten();
            assertThat(recognition.behind()).isEqualTo(Duration.ofMillis(640));
            answer(asked);
            Awaitility.await().until(() -> recognition.behind().equals(Duration.ofMillis(240)));
            recognition.hasten();
            assertThat(millis.poll(5, SECONDS))
                    .as("gathered while the decoder was busy")
                    .isEqualTo(240);
            answer(asked);
            Awaitility.await().until(() -> recognition.behind().isZero());
            accept(recognition, 3);
            recognition.hasten();
            assertThat(millis.poll(5, SECONDS)).as("somebody waits").isEqualTo(60);
            accept(recognition, 50);
            assertThat(millis.poll(5, SECONDS)).as("a lot is sent, busy or not").isEqualTo(1000);
        }
    }

    @Test
    void theFirstMessageSaysWhatMayBeSaid() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (StrangeServer server =
                        new StrangeServer(socket -> socket.onMessage(message -> said.add(message.message())));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            said(recognizer, 8000, List.of("yes", "no"));
            assertThat(said.poll(5, SECONDS)).contains("\"sample_rate\":16000").contains("[\"yes\",\"no\",\"[unk]\"]");
            said(recognizer, 16000, List.of("one", "two"));
            assertThat(said.poll(5, SECONDS)).as("digits go without").contains("[\"one\",\"two\"]");
            said(recognizer, 8000, List.of());
            assertThat(said.poll(5, SECONDS)).doesNotContain("phrase_list");
        }
    }

    @Test
    void telephoneSoundIsResampledForAWideBandModel() throws Exception {
        BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
        try (StrangeServer server = new StrangeServer(socket ->
                        socket.onBinaryMessage(sound -> sizes.add(sound.data().remaining())));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            listening(recognizer, 20);
            assertThat(sizes.poll(5, SECONDS)).as("400 ms of 16-bit samples").isEqualTo(2 * 16_000 / 5 * 2);
        }
    }

    private static void accept(Recognition recognition, int frames) {
        for (int i = 0; i < frames; i++) {
            recognition.accept(Frame.silence(8000));
        }
    }

    private static void answer(BlockingQueue<WsContext> asked) throws InterruptedException {
        WsContext client = asked.poll(5, SECONDS);
        assertThat(client).isNotNull();
        client.send("{\"partial\" : \"so far\"}");
    }

    private static void said(VoskServerRecognizer recognizer, int rate, List<String> phrases) {
        Recognition recognition = recognizer.listen(Language.ENGLISH, rate, phrases);
        for (int i = 0; i < 20; i++) {
            recognition.accept(Frame.silence(rate));
        }
    }

    private static Transcript said(Recognition recognition) throws Exception {
        accept(recognition, 10);
        return recognition.finish().get(5, SECONDS);
    }

    private static VoskServerRecognizer recognizer(URI address) {
        return new VoskServerRecognizer(Map.of(Language.ENGLISH, address));
    }

    private static Recognition listening(VoskServerRecognizer recognizer, int frames) {
        Recognition recognition = recognizer.listen(Language.ENGLISH, 8000, List.of());
        accept(recognition, frames);
        return recognition;
    }
}
