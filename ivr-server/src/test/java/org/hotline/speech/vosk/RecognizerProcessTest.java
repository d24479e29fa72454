package org.hotline.speech.vosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The process as a stranger's client sees it, over the bare protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognizerProcessTest {
    private static final byte[] SILENCE = new byte[3200];

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private int port;

    @BeforeAll
    void start() throws Exception {
        port = ready(started("--model", BundledModels.ENGLISH + "", "--connections", "3"));
    }

    @AfterAll
    void stop() {
        processes.forEach(Process::destroyForcibly);
        client.shutdownNow();
    }

    @Test
    void everyMessageOfSoundIsAnswered() throws Exception {
        Client caller = new Client(port);
        caller.say(
                "{\"config\" : {\"sample_rate\" : 8000.0, \"words\" : true, \"phrase_list\" : [\"yes\", \"[unk]\"]}}");
        for (int i = 0; i < 5; i++) {
            caller.send(SILENCE);
            assertThat(caller.heard()).contains("\"partial\" : \"\"");
        }
        caller.say("{\"eof\" : 1}");
        assertThat(caller.heard()).contains("\"text\" : \"\"");
        assertThat(caller.heard()).isEqualTo("closed 1000");
    }

    @Test
    void alternativesAreGivenWhenAskedFor() throws Exception {
        Client caller = new Client(port);
        caller.say("{\"config\" : {\"max_alternatives\" : 3}}");
        caller.send(SILENCE);
        caller.heard();
        caller.say("{\"eof\" : 1}");
        assertThat(caller.heard()).contains("alternatives");
    }

    @Test
    void anotherUtteranceMayFollowOnTheSameConnection() throws Exception {
        Client caller = new Client(port);
        caller.say("{\"config\" : {\"max_alternatives\" : 3}}");
        caller.send(SILENCE);
        caller.heard();
        caller.say("{\"reset\" : 1}");
        assertThat(caller.heard()).contains("alternatives");
        caller.say("{\"reset\" : 1}");
        assertThat(caller.heard()).as("configured as before").contains("alternatives");
        caller.say("{\"config\" : {\"phrase_list\" : [\"yes\", \"[unk]\"]}}");
        caller.send(SILENCE);
        assertThat(caller.heard()).contains("\"partial\" : \"\"");
        caller.say("{\"eof\" : 1}");
        assertThat(caller.heard()).as("configured anew").contains("\"text\" : \"\"");
        assertThat(caller.heard()).isEqualTo("closed 1000");
    }

    @Test
    void nonsenseIsRefusedAndNothingDies() throws Exception {
        List<String> nonsense = List.of(
                "hello",
                "[]",
                "{\"config\" : 7}",
                "{\"config\" : {\"sample_rate\" : -1}}",
                "{\"config\" : {\"sample_rate\" : 1e9}}",
                "{\"config\"");
        for (String text : nonsense) {
            Client caller = new Client(port);
            caller.say(text);
            assertThat(caller.heard()).as(text).isEqualTo("closed 1003");
        }
        everyMessageOfSoundIsAnsweredAgain();
    }

    @Test
    void phraseListsThatWouldKillTheLibraryDoNot() throws Exception {
        for (String phrases : List.of("[]", "[\"\"]", "[7, null, {}]", "[\"\\\"\"]", "\"yes\"")) {
            Client caller = new Client(port);
            caller.say("{\"config\" : {\"phrase_list\" : " + phrases + "}}");
            caller.send(SILENCE);
            assertThat(caller.heard()).as(phrases).contains("partial");
            caller.say("{\"eof\" : 1}");
            assertThat(caller.heard()).as(phrases).contains("text");
            assertThat(caller.heard()).as(phrases).isEqualTo("closed 1000");
        }
    }

    @Test
    void oddBytesAndClientsThatLeaveDoNoHarm() throws Exception {
        Client odd = new Client(port);
        odd.send(new byte[] {1, 2, 3});
        assertThat(odd.heard()).contains("partial");
        odd.leave();
        everyMessageOfSoundIsAnsweredAgain();
    }

    @Test
    void theFourthOfThreeConnectionsIsAskedToTryLater() throws Exception {
        List<Client> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Client caller = new Client(port);
            caller.send(SILENCE);
            assertThat(caller.heard()).contains("partial");
            callers.add(caller);
        }
        assertThat(new Client(port).heard()).isEqualTo("closed 1013");
        for (Client caller : callers) {
            caller.say("{\"eof\" : 1}");
            assertThat(caller.heard()).contains("text");
            assertThat(caller.heard()).isEqualTo("closed 1000");
        }
    }

    @Test
    void itEndsWithItsParent() throws Exception {
        Process process = started("--model", BundledModels.ENGLISH + "", "--while-standard-input");
        ready(process);
        process.getOutputStream().close();
        assertThat(process.waitFor(10, SECONDS)).isTrue();
    }

    @Test
    void aMissingModelIsASentenceAndAStatus() throws Exception {
        Process process = started("--model", "no-such-folder");
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(10, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said).contains("no Vosk model in no-such-folder").contains("./hotline models list");
    }

    private void everyMessageOfSoundIsAnsweredAgain() throws Exception {
        Client caller = new Client(port);
        caller.send(SILENCE);
        assertThat(caller.heard()).contains("partial");
        caller.say("{\"eof\" : 1}");
        assertThat(caller.heard()).contains("text");
        assertThat(caller.heard()).isEqualTo("closed 1000");
    }

    private Process started(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(RecognizerSettings.sizedFor(2).launch());
        command.addAll(List.of("--language", "en", "--port", "0"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return process;
    }

    private static int ready(Process process) throws Exception {
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(RecognizerProcess.READY)) {
                return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        throw new AssertionError("the process ended before it was ready");
    }

    /** A client that does one thing at a time. */
    private final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder message = new StringBuilder();
        private final WebSocket socket;

        Client(int port) throws Exception {
            socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port), this)
                    .get(5, SECONDS);
        }

        void say(String text) throws Exception {
            socket.sendText(text, true).get(5, SECONDS);
        }

        void send(byte[] sound) throws Exception {
            socket.sendBinary(ByteBuffer.wrap(sound), true).get(5, SECONDS);
        }

        void leave() {
            socket.abort();
        }

        String heard() throws Exception {
            String next = messages.poll(10, SECONDS);
            return next == null ? "nothing" : next;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            messages.add("closed " + status);
            return null;
        }
    }
}
