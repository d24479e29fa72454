package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Supervisors who hear calls of others. */
class ListeningTest {
    private static final int SECONDS = 4;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(120)
    void aSupervisorHearsTheToneTheCallerPlays() throws Exception {
        String cookie = logIn();
        try (Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            PhoneCall call = phone.dials("4000");
            String id =
                    await().atMost(Duration.ofSeconds(30)).until(() -> idOfTheCall(cookie), text -> !text.isEmpty());
            HttpResponse<InputStream> stream =
                    http.send(request("/api/calls/" + id + "/listen", cookie).build(), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            call.plays(Tone.sine(1000, 8000, Duration.ofSeconds(2), 8000));
            try (InputStream sound = stream.body()) {
                assertThat(Ear.hearsTone(left(sound.readNBytes(SECONDS * Frame.TELEPHONE_RATE * 4)), 1000))
                        .as("the caller's tone on the left")
                        .isTrue();
                call.hangsUp();
                sound.readAllBytes();
            }
        }
    }

    private static Pcm left(byte[] stereo) {
        short[] samples = new short[stereo.length / 4];
        ByteBuffer sound = ByteBuffer.wrap(stereo);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound.getShort(4 * i);
        }
        return Pcm.of(samples, Frame.TELEPHONE_RATE);
    }

    private String logIn() throws Exception {
        String login = "{\"name\":\"admin\",\"password\":\"" + Hotline.adminPassword() + "\"}";
        return http.send(
                        request("/api/session", "")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(login))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    /** The newest call that goes on, as the board names it. */
    private String idOfTheCall(String cookie) throws Exception {
        String board = http.send(request("/api/board", cookie).build(), BodyHandlers.ofString())
                .body();
        return board.contains("\"stage\":\"in-conversation\"") ? board.replaceFirst(".*\"id\":\"(\\w+)\".*", "$1") : "";
    }

    private static HttpRequest.Builder request(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Hotline.pages() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
