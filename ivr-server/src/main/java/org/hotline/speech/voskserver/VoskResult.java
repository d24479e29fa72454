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
            return alternatives.isArray() && !alternatives.isEmpty() ? new Text(best(alternatives)) : new Other();
        } catch (JacksonException notJson) {
            return new Other();
        }
    }

    private static Transcript best(JsonNode alternatives) {
        List<String> others = new ArrayList<>();
        for (int i = 1; i < alternatives.size(); i++) {
            others.add(alternatives.get(i).path("text").asString("").strip());
        }
        return transcript(alternatives.get(0), others);
    }

    /** With a phrase list, a result that contains the unknown word was something else: nothing was understood. */
    private static Transcript transcript(JsonNode said, List<String> others) {
        String text = said.path("text").asString("").strip();
        if (text.isEmpty() || text.contains(UNKNOWN)) {
            return Transcript.EMPTY;
        }
        List<Transcript.Word> words = new ArrayList<>();
        double confidence = 0;
        for (JsonNode word : said.path("result")) {
            Transcript.Word heard = new Transcript.Word(
                    word.path("word").asString(""),
                    seconds(word.path("start")),
                    seconds(word.path("end")),
                    Math.clamp(word.path("conf").asDouble(1), 0, 1));
            words.add(heard);
            confidence += heard.confidence();
        }
        return new Transcript(text, words, words.isEmpty() ? 1 : confidence / words.size(), others);
    }

    private static String known(String text) {
        return text.replace(UNKNOWN, "").replaceAll(" +", " ").strip();
    }

    private static Duration seconds(JsonNode time) {
        return Duration.ofMillis(Math.round(time.asDouble(0) * 1000));
    }
}
