package org.hotline.speech.voskserver;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
        String answer = "{\"alternatives\" : [{\"text\" : \"yes\", \"confidence\" : 213.5}, {\"text\" : \"yet\"}]}";
        try (StrangeServer server = new StrangeServer(socket -> {
                    socket.onBinaryMessage(sound -> sound.send("{\"partial\" : \"ye\"}"));
                    socket.onMessage(message -> {
                        if (message.message().contains("eof")) {
                            message.send(answer);
                        }
                    });
                });
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 10);
            Awaitility.await().until(() -> recognition.partial().text().equals("ye"));
            Transcript heard = recognition.finish().get(5, SECONDS);
            assertThat(heard.text()).isEqualTo("yes");
            assertThat(heard.alternatives()).containsExactly("yet");
            assertThat(heard.confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (StrangeServer server = new StrangeServer(socket -> {});
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 10);
            assertThat(recognition.finish().get(5, SECONDS)).isEqualTo(Transcript.EMPTY);
            assertThat(recognition.hasFailed()).isTrue();
        }
    }

    @Test
    void aServerThatHangsUpIsAFailureAtOnce() throws Exception {
        try (StrangeServer server = new StrangeServer(
                        socket -> socket.onBinaryMessage(sound -> sound.closeSession(1011, "out of memory")));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            Recognition recognition = listening(recognizer, 10);
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
            Recognition recognition = listening(recognizer, 10);
            assertThat(recognition.finish().get(5, SECONDS)).isEqualTo(Transcript.EMPTY);
        }
    }

    @Test
    void nobodyThereIsAFailureNotAnException() throws Exception {
        try (VoskServerRecognizer recognizer = recognizer(URI.create("ws://127.0.0.1:9/"))) {
            Recognition recognition = listening(recognizer, 10);
            Awaitility.await().atMost(Duration.ofSeconds(4)).until(recognition::hasFailed);
            assertThat(recognition.finish().get(1, SECONDS)).isEqualTo(Transcript.EMPTY);
            assertThat(recognizer.listen(Language.MANDARIN, 8000, List.of()).hasFailed())
                    .as("no server for this language")
                    .isTrue();
        }
    }

    @Test
    void theFirstMessageSaysWhatMayBeSaid() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (StrangeServer server =
                        new StrangeServer(socket -> socket.onMessage(message -> said.add(message.message())));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            recognizer.listen(Language.ENGLISH, 8000, List.of("yes", "no"));
            assertThat(said.poll(5, SECONDS)).contains("\"sample_rate\":16000").contains("[\"yes\",\"no\",\"[unk]\"]");
            recognizer.listen(Language.ENGLISH, 16000, List.of("one", "two"));
            assertThat(said.poll(5, SECONDS)).as("digits go without").contains("[\"one\",\"two\"]");
            recognizer.listen(Language.ENGLISH, 8000, List.of());
            assertThat(said.poll(5, SECONDS)).doesNotContain("phrase_list");
        }
    }

    @Test
    void telephoneSoundIsResampledForAWideBandModel() throws Exception {
        BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
        try (StrangeServer server = new StrangeServer(socket ->
                        socket.onBinaryMessage(sound -> sizes.add(sound.data().remaining())));
                VoskServerRecognizer recognizer = recognizer(server.address())) {
            listening(recognizer, 5);
            assertThat(sizes.poll(5, SECONDS)).as("100 ms of 16-bit samples").isEqualTo(16_000 / 10 * 2);
        }
    }

    private static VoskServerRecognizer recognizer(URI address) {
        return new VoskServerRecognizer(Map.of(Language.ENGLISH, address));
    }

    private static Recognition listening(VoskServerRecognizer recognizer, int frames) {
        Recognition recognition = recognizer.listen(Language.ENGLISH, 8000, List.of());
        for (int i = 0; i < frames; i++) {
            recognition.accept(Frame.silence(8000));
        }
        return recognition;
    }
}
