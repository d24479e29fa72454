package org.hotline.issue.belief;

import java.util.Map;

/**
 * Says how well words fit each issue. Immutable once made: any thread. Takes milliseconds at the most.
 */
public interface IssueClassifier {
    /** @param text as recognised; for Mandarin with or without blanks */
    Judgement judge(String text);

    /** What a judgement takes for the share of texts that are about none of the issues, before it has seen one. */
    double OUT_OF_SCOPE = 0.2;

    /**
     * What the words alone say, as if one text in five were out of scope ({@link #OUT_OF_SCOPE}), and every issue equally frequent.
     *
     * @param byIssue the probability of each issue, by name; an issue that is missing has 0
     * @param outOfScope the probability that it is none of them; with the others at most 1
     */
    record Judgement(Map<String, Double> byIssue, double outOfScope) {
        /** Words that say nothing. */
        public static final Judgement NONE = new Judgement(Map.of(), 0);

        public Judgement {
            byIssue = Map.copyOf(byIssue);
        }
    }
}
