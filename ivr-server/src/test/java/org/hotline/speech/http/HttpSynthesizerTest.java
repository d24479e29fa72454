package org.hotline.speech.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.hotline.audio.Pcm;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSynthesizerTest {
    private static final List<Piece> PIECES = List.of(new Piece.Text("Your balance is"), new Piece.Amount(1250, "USD"));

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch hanging = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-03-03T10:00:00Z");
    private HttpServer server = newServer();

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        server.stop(0);
    }

    @Test
    void asksForTheTextInTheVoiceAndTakesWav() {
        answers(200, "audio/wav", wav(tone(24_000)));

        Pcm sound = speak(synthesizer("key-1")).orElseThrow();

        assertThat(sound.rate()).isEqualTo(8_000);
        assertThat(sound.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_050));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .contains("Bearer key-1")
                .contains("\"model\":\"tts-9\"")
                .contains("\"voice\":\"anna\"")
                .contains("\"response_format\":\"wav\"")
                .contains("\"input\":\"Your balance is twelve dollars and fifty cents\"");
    }

    @Test
    void takesRawSoundToo() {
        byte[] wav = wav(tone(24_000));
        answers(200, "audio/pcm", java.util.Arrays.copyOfRange(wav, 44, wav.length));

        assertThat(speak(synthesizer("k")).orElseThrow().duration())
                .isBetween(Duration.ofMillis(950), Duration.ofMillis(1_050));
    }

    @Test
    void anErrorIsNotSpoken() {
        answers(401, "application/json", "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(speak(synthesizer("k"))).isEmpty();
    }

    @Test
    void textInPlaceOfSoundIsNotSpoken() {
        answers(200, "audio/wav", "<html>welcome</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(speak(synthesizer("k"))).isEmpty();
    }

    @Test
    void leavesAFailedServerAloneForAWhile() {
        answers(500, "text/plain", new byte[] {'x'});
        HttpSynthesizer synthesizer = synthesizer("k");

        speak(synthesizer);
        speak(synthesizer);
        assertThat(asked).hasSize(1);

        now = now.plusSeconds(31);
        speak(synthesizer);
        assertThat(asked).hasSize(2);
    }

    @Test
    void doesNotWaitForAServerThatStopsInTheMiddle() {
        server.createContext("/v1/audio/speech", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write("RIFF".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        Instant before = Instant.now();

        assertThat(speak(synthesizer("k"))).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatIsNotThereIsNotSpokenWith() {
        server.stop(0);

        assertThat(speak(synthesizer("k"))).isEmpty();
    }

    @Test
    void aLanguageWithoutAVoiceIsNotAskedFor() {
        answers(200, "audio/wav", wav(tone(24_000)));

        try (HttpSynthesizer synthesizer = synthesizer("k")) {
            assertThat(synthesizer.speak(Language.MANDARIN, PIECES, 8_000)).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void neverShowsItsKey() {
        assertThat(settings("secret-key").toString()).doesNotContain("secret-key");
    }

    private Optional<Pcm> speak(HttpSynthesizer synthesizer) {
        return synthesizer.speak(Language.ENGLISH, PIECES, 8_000);
    }

    private HttpSynthesizer synthesizer(String key) {
        return new HttpSynthesizer(settings(key), () -> now);
    }

    private HttpSpeechSettings settings(String key) {
        return new HttpSpeechSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/"),
                Optional.of(key),
                "tts-9",
                Map.of(Language.ENGLISH, "anna"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }

    private void answers(int status, String type, byte[] body) {
        server.createContext("/v1/audio/speech", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + text(exchange));
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void awaitEnd() {
        try {
            hanging.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] wav(Pcm sound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Wav.write(out, List.of(sound), Wav.Encoding.PCM_16);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return out.toByteArray();
    }

    private static Pcm tone(int rate) {
        short[] samples = new short[rate];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (5_000 * Math.sin(2 * Math.PI * 440 * i / rate));
        }
        return Pcm.of(samples, rate);
    }
}
