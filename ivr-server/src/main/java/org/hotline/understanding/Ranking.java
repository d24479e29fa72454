package org.hotline.understanding;

import java.util.List;
import java.util.Optional;

/**
 * What a text may mean. The probabilities of all labels and {@code outOfScope} sum to 1; they are calibrated on examples
 * that were held back while learning.
 *
 * @param labels every label, likeliest first; none if nothing of the text is known
 * @param outOfScope the probability that no label covers the text, 0 to 1
 * @param covered false if the text is more likely out of scope than a classifier should answer, by the threshold learnt
 */
public record Ranking(List<Ranked> labels, double outOfScope, boolean covered) {
    /** Nothing is known about the text. */
    public static final Ranking NOTHING = new Ranking(List.of(), 1, false);

    /** @param probability 0 to 1 */
    public record Ranked(String label, double probability) {}

    public Ranking {
        labels = List.copyOf(labels);
    }

    /** The likeliest label, however unlikely. */
    public Optional<Ranked> likeliest() {
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels.getFirst());
    }

    /** The likeliest label, unless the text is better taken for out of scope. */
    public Optional<Ranked> answer() {
        return likeliest().filter(best -> covered);
    }
}
