package org.hotline.issue.belief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotline.issue.HeldClue;
import org.hotline.issue.IssueTree;

/**
 * What is likely before the first word.
 *
 * @param frequency how frequent each issue is, by name, relative to the others; a missing one counts 1
 * @param outOfScope the share of calls about none of the issues, above 0 and below 1
 * @param speaksFor by clue, how many times likelier it makes an issue, by name, above 0
 * @param speaksForNamed by clue, how many times likelier it makes the issue that it names, above 0; a missing one counts 1
 */
public record Priors(
        Map<String, Double> frequency,
        double outOfScope,
        Map<String, Map<String, Double>> speaksFor,
        Map<String, Double> speaksForNamed) {
    private static final double USUAL_OUT_OF_SCOPE = 0.03;

    public Priors {
        speaksForNamed = Objects.requireNonNullElse(speaksForNamed, Map.of()); // kept before clues named issues
    }

    /** As the trainers wrote it: every issue equally frequent, the clues' weights from the tree. */
    public static Priors written(IssueTree tree) {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        Map<String, Double> named = new LinkedHashMap<>();
        tree.clues().forEach((name, clue) -> {
            weights.put(name, clue.speaksFor());
            named.put(name, clue.speaksForNamed());
        });
        return new Priors(Map.of(), USUAL_OUT_OF_SCOPE, weights, named);
    }

    /**
     * As calls have shown it, on top of what the trainers wrote: an issue is as frequent as it was, one that never came as if it had
     * come half a time; a clue's written weights count like {@value Weighing#WRITTEN} calls with that clue.
     *
     * @param calls issues that the tree does not have are passed over
     */
    public static Priors learnt(IssueTree tree, List<PastCall> calls) {
        Map<String, Double> frequency = new LinkedHashMap<>();
        tree.issues().keySet().forEach(issue -> frequency.put(issue, 0.5));
        List<PastCall> known = calls.stream()
                .filter(call -> frequency.containsKey(call.issue()))
                .toList();
        known.forEach(call -> frequency.merge(call.issue(), 1.0, Double::sum));
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        Map<String, Double> named = new LinkedHashMap<>();
        tree.clues().forEach((name, clue) -> {
            Weighing weighing = new Weighing(frequency, clue, known);
            weights.put(name, weighing.weights());
            named.put(name, weighing.ofNamed());
        });
        return new Priors(frequency, USUAL_OUT_OF_SCOPE, weights, named);
    }

    /** How many times likelier a clue that holds makes an issue. */
    double weight(HeldClue held, String issue) {
        return held.names(issue)
                ? speaksForNamed.getOrDefault(held.clue(), 1.0)
                : speaksFor.getOrDefault(held.clue(), Map.of()).getOrDefault(issue, 1.0);
    }
}
