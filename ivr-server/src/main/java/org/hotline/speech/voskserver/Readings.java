package org.hotline.speech.voskserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Transcript;
import tools.jackson.databind.JsonNode;

/**
 * What a recognizer may have heard, with probabilities. The "confidence" of a Vosk alternative is a log likelihood; the
 * softmax over the alternatives gives what Vosk itself says of a word when it is asked for no alternatives (MBR decoding).
 */
final class Readings {
    private Readings() {}

    /** All but the first, best first; none of them reads as the first does, nor is silence. */
    static List<Transcript.Reading> others(JsonNode alternatives) {
        double best = likelihood(alternatives.get(0));
        Map<String, Double> weights = new LinkedHashMap<>();
        double sum = 0;
        for (JsonNode alternative : alternatives) {
            double weight = Math.exp(likelihood(alternative) - best);
            weights.merge(text(alternative), weight, Double::sum);
            sum += weight;
        }
        weights.remove(text(alternatives.get(0)));
        weights.remove("");
        List<Transcript.Reading> others = new ArrayList<>();
        for (Map.Entry<String, Double> reading : weights.entrySet()) {
            others.add(new Transcript.Reading(reading.getKey(), reading.getValue() / sum));
        }
        return others;
    }

    private static String text(JsonNode alternative) {
        return alternative.path("text").asString("").strip();
    }

    /** A server that gives none means that it has no opinion of it. */
    private static double likelihood(JsonNode alternative) {
        return alternative.path("confidence").asDouble(Double.NEGATIVE_INFINITY);
    }
}
