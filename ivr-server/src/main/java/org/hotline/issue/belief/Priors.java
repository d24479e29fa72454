package org.hotline.issue.belief;

import java.util.LinkedHashMap;
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

    /** As the trainers wrote it: every issue equally frequent, the clues' weights from the tree. */
    public static Priors written(IssueTree tree) {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        tree.clues().forEach((name, clue) -> weights.put(name, clue.speaksFor()));
        return new Priors(Map.of(), USUAL_OUT_OF_SCOPE, weights);
    }
}
