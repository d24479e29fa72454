package org.hotline.speech.voskserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Transcript;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message from a vosk-server.
 *
 * <pre>
 *   {"partial" : "where is"}
 *   {"result" : [{"word" : "where", "start" : 0.12, "end" : 0.36, "conf" : 0.98}, ...], "text" : "where is my parcel"}
 *   {"alternatives" : [{"text" : "where is my parcel", "confidence" : 213.2}, ...]}
 * </pre>
 */
sealed interface VoskResult {
    /** The word for what is in no phrase, see https://alphacephei.com/vosk/adaptation. */
    String UNKNOWN = "[unk]";

    /** The reader of all messages. */
    JsonMapper JSON = new JsonMapper();

    /** Text that may still change; {@link #UNKNOWN} is taken out. */
    record Partial(String text) implements VoskResult {}

    /** An end of speech as the server sees it, maybe one of several in an utterance. */
    record Text(Transcript heard) implements VoskResult {}

    /** Something else, e.g. an error message of a foreign server. */
    record Other() implements VoskResult {}

    static VoskResult read(String message) {
        try {
            JsonNode root = JSON.readTree(message);
            if (root.path("partial").isString()) {
                return new Partial(known(root.path("partial").asString()));
            }
            if (root.path("text").isString()) {
                return new Text(transcript(root, List.of()));
            }
            JsonNode alternatives = root.path("alternatives");
            return alternatives.isArray() && !alternatives.isEmpty()
                    ? new Text(transcript(alternatives.get(0), Readings.others(alternatives)))
                    : new Other();
        } catch (JacksonException notJson) {
            return new Other();
        }
    }

    /** With a phrase list, a result that contains the unknown word was something else: nothing was understood. */
    private static Transcript transcript(JsonNode said, List<Transcript.Reading> others) {
        String text = said.path("text").asString("").strip();
        if (text.isEmpty() || text.contains(UNKNOWN)) {
            return Transcript.EMPTY;
        }
        List<Transcript.Word> words = new ArrayList<>();
        double confidence = 0;
        for (JsonNode word : said.path("result")) {
            String spelt = word.path("word").asString("");
            Transcript.Word heard = new Transcript.Word(
                    spelt, seconds(word.path("start")), seconds(word.path("end")), confidence(word, spelt, others));
            words.add(heard);
            confidence += heard.confidence();
        }
        return new Transcript(text, words, words.isEmpty() ? 1 : confidence / words.size(), others);
    }

    /** The word's own; where readings are given words have none: then the probability of the readings that have it. */
    private static double confidence(JsonNode word, String spelt, List<Transcript.Reading> others) {
        double without = others.stream()
                .filter(reading -> !List.of(reading.text().split(" ", -1)).contains(spelt))
                .mapToDouble(Transcript.Reading::probability)
                .sum();
        return Math.clamp(word.path("conf").asDouble(1 - without), 0, 1);
    }

    private static String known(String text) {
        return text.replace(UNKNOWN, "").replaceAll(" +", " ").strip();
    }

    private static Duration seconds(JsonNode time) {
        return Duration.ofMillis(Math.round(time.asDouble(0) * 1000));
    }
}
