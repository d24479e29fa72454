package org.hotline.speech.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Language;

/**
 * Where a speech server is and how to ask it.
 *
 * @param address its base, e.g. {@code https://api.example.org/v1}; {@code /audio/speech} is appended
 * @param key sent as a bearer token, if there is one
 * @param model e.g. {@code tts-1}
 * @param voices by language; a language without a voice is not spoken
 * @param limit the longest wait for one text, sound included
 * @param pause how long to leave the server alone after it failed
 */
public record HttpSpeechSettings(
        URI address, Optional<String> key, String model, Map<Language, String> voices, Duration limit, Duration pause) {

    /** A server with the interface's usual model and voices, five seconds for a text and thirty after a failure. */
    public static HttpSpeechSettings at(URI address, Optional<String> key) {
        return new HttpSpeechSettings(
                address,
                key,
                "tts-1",
                Map.of(Language.ENGLISH, "alloy", Language.MANDARIN, "alloy"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    @Override
    public String toString() {
        return "HttpSpeechSettings[" + address + ", " + model + ", " + voices + "]";
    }
}
