package org.hotline.issue.belief;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody besides the classifier makes of the words that were heard. Both judge the same, maybe misheard, words: so an opinion
 * is no evidence of its own but has a share of the words' say ({@link Reliability#opinion}).
 */
public sealed interface Opinion {
    /** Nobody was asked. */
    Opinion NOT_ASKED = new NotAsked();

    /** Nobody was asked. */
    record NotAsked() implements Opinion {}

    /** Somebody was asked, and there is no answer that could be used: it tells nothing. */
    record Missing(Why why) implements Opinion {}

    /** Why there is no answer. */
    enum Why {
        /** It did not come in time. */
        LATE,
        /** Whoever was asked could not be reached, or refused. */
        FAILED,
        /** It was none of the answers asked for. */
        NONSENSE,
        /** Nobody was asked again so soon after that went wrong several times. */
        RESTING
    }

    /**
     * An answer. What its probabilities leave of 1 is left open; more than 1 in all is scaled down to 1.
     *
     * @param shown the issues to choose among, by name
     * @param byIssue how probable each of them is; others are dropped
     * @param none how probable it is that it is none of those shown
     */
    record Given(Set<String> shown, Map<String, Double> byIssue, double none) implements Opinion {
        public Given {
            shown = Set.copyOf(shown);
            Map<String, Double> kept = new LinkedHashMap<>(byIssue);
            kept.keySet().retainAll(shown);
            kept.replaceAll((issue, stated) -> probability(stated));
            none = probability(none);
            double sum = sum(kept, none);
            if (sum > 1) {
                kept.replaceAll((issue, stated) -> stated / sum);
                none /= sum;
            }
            byIssue = Map.copyOf(kept);
        }

        /** The share that it leaves open. */
        double open() {
            return Math.max(0, 1 - sum(byIssue, none));
        }

        /** Whether it says anything at all. */
        public boolean tells() {
            return sum(byIssue, none) > 0;
        }

        private static double sum(Map<String, Double> byIssue, double none) {
            return byIssue.values().stream().mapToDouble(Double::doubleValue).sum() + none;
        }

        private static double probability(double stated) {
            return Double.isNaN(stated) ? 0 : Math.clamp(stated, 0, 1);
        }
    }
}
