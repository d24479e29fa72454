package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hotline.issue.belief.Evidence;

/**
 * A recognizer that errs: of each hundred words (characters) so many are taken for another, left out, or come with one too
 * many. Its further readings doubt the same places: there they have the right word, or another wrong one; and here and
 * there they err on their own.
 */
final class Mishearing {
    private static final double SUBSTITUTED = 0.7;
    private static final double LEFT_OUT = 0.15;

    /** What further readings are worth. */
    private static final List<Double> PROBABILITIES = List.of(0.5, 0.2, 0.13, 0.1, 0.07);

    /** How often a further reading is right where the first one erred. */
    private static final double PUT_RIGHT = 0.35;

    /** How often it errs as the first one did. */
    private static final double SAME = 0.4;

    /** How often it errs where the first one was right, relative to the first one's errors. */
    private static final double ON_ITS_OWN = 0.4;

    private final Confusions confusions;
    private final double errors;

    /** @param errors the share of words or characters, 0 to 1 */
    Mishearing(Confusions confusions, double errors) {
        this.confusions = confusions;
        this.errors = errors;
    }

    /** Best first, with probabilities that sum to 1. */
    List<Evidence.Reading> readings(String text, Random chance) {
        List<String> said = confusions.units(text);
        List<Optional<String>> first = said.stream()
                .map(unit -> chance.nextDouble() < errors ? Optional.of(wrong(unit, chance)) : Optional.<String>empty())
                .toList();
        List<Evidence.Reading> readings = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            List<String> heard = new ArrayList<>();
            for (int at = 0; at < said.size(); at++) {
                String right = said.get(at);
                heard.add(readings.isEmpty() ? first.get(at).orElse(right) : further(right, first.get(at), chance));
            }
            heard.removeIf(String::isEmpty);
            readings.add(new Evidence.Reading(confusions.joined(heard), probability));
        }
        return readings;
    }

    private String further(String right, Optional<String> first, Random chance) {
        double dice = chance.nextDouble();
        if (first.isEmpty()) {
            return dice < ON_ITS_OWN * errors ? wrong(right, chance) : right;
        }
        return dice < PUT_RIGHT ? right : dice < PUT_RIGHT + SAME ? first.get() : wrong(right, chance);
    }

    private String wrong(String unit, Random chance) {
        double dice = chance.nextDouble();
        if (dice < SUBSTITUTED) {
            return confusions.insteadOf(unit, chance);
        }
        return dice < SUBSTITUTED + LEFT_OUT ? "" : confusions.joined(List.of(unit, confusions.any(chance)));
    }
}
