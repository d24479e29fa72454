package org.hotline.issue.belief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.issue.IssueTree;

/**
 * What is likely before the first word.
 *
 * @param frequency how frequent each issue is, by name, relative to the others; a missing one counts 1
 * @param outOfScope the share of calls about none of the issues, above 0 and below 1
 * @param speaksFor by clue, how many times likelier it makes an issue, by name, above 0
 */
public record Priors(Map<String, Double> frequency, double outOfScope, Map<String, Map<String, Double>> speaksFor) {
    private static final double USUAL_OUT_OF_SCOPE = 0.03;

    /** How many calls the trainers' weights are worth. */
    private static final double WRITTEN = 20;

    /** As the trainers wrote it: every issue equally frequent, the clues' weights from the tree. */
    public static Priors written(IssueTree tree) {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        tree.clues().forEach((name, clue) -> weights.put(name, clue.speaksFor()));
        return new Priors(Map.of(), USUAL_OUT_OF_SCOPE, weights);
    }

    /**
     * As calls have shown it, on top of what the trainers wrote: an issue is as frequent as it was, one that never came as if it had
     * come half a time; a clue's written weights count like {@value #WRITTEN} calls with that clue.
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
        tree.clues()
                .forEach((name, clue) -> weights.put(
                        name,
                        weights(
                                frequency,
                                clue.speaksFor(),
                                known.stream()
                                        .filter(call -> call.clues().contains(name))
                                        .toList())));
        return new Priors(frequency, USUAL_OUT_OF_SCOPE, weights);
    }

    /** P(issue given the clue) / P(issue): the first from the calls with the clue and the written weights as so many more calls. */
    private static Map<String, Double> weights(
            Map<String, Double> frequency, Map<String, Double> written, List<PastCall> calls) {
        double all = sum(frequency);
        Map<String, Double> before = new LinkedHashMap<>();
        frequency.forEach((issue, often) -> before.put(issue, often * written.getOrDefault(issue, 1.0)));
        double allBefore = sum(before);
        Map<String, Double> weights = new LinkedHashMap<>();
        before.forEach((issue, often) -> {
            long seen =
                    calls.stream().filter(call -> call.issue().equals(issue)).count();
            double given = (seen + WRITTEN * often / allBefore) / (calls.size() + WRITTEN);
            weights.put(issue, given / (frequency.getOrDefault(issue, 1.0) / all));
        });
        return weights;
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
