package org.hotline.speech.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Mastering;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.hotline.speech.Synthesizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks through a server with OpenAI's {@code POST /audio/speech}. Takes WAV, and raw PCM as that interface defines it
 * (24 kHz, 16 bits, little-endian, mono). After a failure it answers nothing for a while, so that calls do not wait for a
 * server that is down.
 */
public final class HttpSynthesizer implements Synthesizer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSynthesizer.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RAW_RATE = 24_000;
    /** Some three minutes of 48 kHz sound. */
    private static final long LARGEST_ANSWER = 20_000_000;

    private final HttpSpeechSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private volatile Instant restsUntil = Instant.MIN;

    public HttpSynthesizer(HttpSpeechSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(settings.limit()).build();
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        String text = SpokenValues.text(language, pieces);
        String voice = settings.voices().get(language);
        if (text.isBlank() || voice == null || clock.instant().isBefore(restsUntil)) {
            return Optional.empty();
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request(text, voice), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            Pcm sound = sound(answer.get(settings.limit().toMillis(), TimeUnit.MILLISECONDS));
            return Optional.of(Mastering.of(Resampler.convert(sound, rate)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | IOException failure) {
            restsUntil = clock.instant().plus(settings.pause());
            LOG.atWarn()
                    .addKeyValue("server", settings.address().getAuthority())
                    .addKeyValue("reason", failure.toString())
                    .log("the speech server failed");
            return Optional.empty();
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(String text, String voice) {
        String body = JSON.writeValueAsString(
                Map.of("model", settings.model(), "voice", voice, "input", text, "response_format", "wav"));
        String base = settings.address().toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/audio/speech"))
                .timeout(settings.limit())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request.build();
    }

    private static Pcm sound(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        byte[] body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("audio/pcm") || isWav(body)) {
            return Wav.read(new ByteArrayInputStream(body));
        }
        short[] samples = new short[body.length / 2];
        ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return Pcm.of(samples, RAW_RATE);
    }

    private static boolean isWav(byte[] body) {
        return body.length > 4 && body[0] == 'R' && body[1] == 'I' && body[2] == 'F' && body[3] == 'F';
    }
}
