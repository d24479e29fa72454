package org.hotline.speech.vosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.speech.Language;
import org.hotline.speech.voskserver.VoskServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running recognizer process, as its parent sees it. It ends with its standard input, that is with this process. */
final class RecognizerChild {
    /**
     * What a process says of itself.
     *
     * @param sound seconds of sound heard since its start
     * @param decoding seconds of its threads' time spent on them
     */
    record Status(double sound, double decoding) {
        static final Status NONE = new Status(0, 0);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RecognizerChild.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final Process process;
    private final HttpClient client;
    private final URI status;
    private final VoskServer server;
    private final long sizeAtStart;

    private RecognizerChild(Process process, HttpClient client, int port, int spares, int rate) {
        this.process = process;
        this.client = client;
        this.status = URI.create("http://127.0.0.1:" + port + "/status");
        this.server = VoskServer.own(URI.create("ws://127.0.0.1:" + port + "/"), client, spares, rate);
        this.sizeAtStart = size().orElse(0L);
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @throws IOException if it cannot be started or does not become ready in time
     */
    static RecognizerChild start(RecognizerSettings settings, Language language, Path model, HttpClient client)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(settings.launch());
        command.addAll(List.of("--while-standard-input", "--port", "0", "--threads", settings.threads() + ""));
        command.addAll(List.of("--language", language.tag(), "--model", model.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().name("recognizer-output-" + process.pid()).start(() -> read(process, port));
        try {
            int ready = port.get(settings.start().toMillis(), TimeUnit.MILLISECONDS);
            LOG.atInfo()
                    .addKeyValue("language", language.tag())
                    .addKeyValue("pid", process.pid())
                    .log("Recognizer process is ready");
            return new RecognizerChild(process, client, ready, settings.spares(), ModelBand.rate(model));
        } catch (ExecutionException | TimeoutException problem) {
            process.destroyForcibly();
            throw new IOException("the recognizer process for " + language.tag() + " did not become ready", problem);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw stopped;
        }
    }

    /** Its end of the protocol. */
    VoskServer server() {
        return server;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end, at most so long; true if it has ended. */
    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Bytes by which its memory has grown since it was ready; 0 where the system does not tell (no /proc). */
    long growth() {
        return size().map(size -> size - sizeAtStart).orElse(0L);
    }

    /** Asks how it is; nothing if it does not answer. */
    Optional<Status> status() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(status).timeout(LONGEST_ANSWER).build();
            JsonNode said =
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
            return Optional.of(new Status(
                    said.path("sound").asDouble(0), said.path("decoding").asDouble(0)));
        } catch (IOException | JacksonException noAnswer) {
            return Optional.empty();
        }
    }

    /** Ends it at once; what it is hearing fails. */
    void stop() {
        server.close();
        process.destroyForcibly();
    }

    private Optional<Long> size() {
        try (var lines = Files.lines(Path.of("/proc", process.pid() + "", "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | RuntimeException untold) {
            return Optional.empty();
        }
    }

    private static void read(Process process, CompletableFuture<Integer> port) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(RecognizerProcess.READY);
                if (at >= 0 && !port.isDone()) {
                    port.complete(Integer.parseInt(line.substring(at + RecognizerProcess.READY.length())
                            .strip()));
                } else {
                    LOG.atDebug()
                            .addKeyValue("pid", process.pid())
                            .addKeyValue("line", line)
                            .log("Recognizer says");
                }
            }
        } catch (IOException | RuntimeException ended) {
            port.completeExceptionally(ended);
        }
        port.completeExceptionally(new IOException("it ended; what it said last stands in the log (debug)"));
    }
}
