package org.hotline.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.speech.Language;

/**
 * How well a version understands, and why it may not be published.
 *
 * @param figures of each language, cross-validated: each utterance is tried on what the others teach
 * @param leaves of each issue and language, in the order of the tree
 * @param remarks what is worth a look: how often each clue was right, utterances that sound like another issue, issues that are hard to tell apart
 * @param regression how the sentences that must be understood were
 * @param rehearsals the plans' written calls, held with it
 */
public record Report(
        Map<Language, Figures> figures,
        List<Leaf> leaves,
        List<String> remarks,
        Regression.Outcome regression,
        Rehearsals rehearsals) {
    static final Report NOTHING =
            new Report(Map.of(), List.of(), List.of(), Regression.Outcome.NOTHING, new Rehearsals(0, List.of()));

    /**
     * @param understood the share that was rightly understood, 0 to 1
     * @param before the same of the version in force; nothing if it does not speak the language
     */
    public record Figures(int utterances, double understood, Optional<Double> before) {}

    /**
     * One issue in one language.
     *
     * @param utterances how many there are of it
     * @param precision the share of what was taken for it that is; nothing if nothing was taken for it
     * @param recall the share of its utterances that were taken for it
     * @param before the recall in the version in force; nothing if it does not have the issue
     * @param confusions what else its utterances were taken for, most often first; three at the most
     */
    public record Leaf(
            String issue,
            Language language,
            int utterances,
            Optional<Double> precision,
            double recall,
            Optional<Double> before,
            List<Confusion> confusions) {
        /** Learnt anew, an issue gains or loses an utterance or two by chance. */
        private static final int NO_CHANCE = 3;

        private static final double SHARE = 0.1;

        /** Whether it is understood otherwise than before, by more than chance. */
        public boolean isChanged() {
            double change = Math.abs(recall - before.orElse(recall));
            return change >= SHARE && Math.round(change * utterances) >= NO_CHANCE;
        }

        Leaf after(Report other) {
            Optional<Double> recalled = other.leaves().stream()
                    .filter(leaf -> leaf.issue().equals(issue) && leaf.language() == language)
                    .map(Leaf::recall)
                    .findFirst();
            return new Leaf(issue, language, utterances, precision, recall, recalled, confusions);
        }
    }

    /** @param issue empty for out of scope */
    public record Confusion(String issue, int times) {}

    /** @param failures what went otherwise than written, with file and line */
    public record Rehearsals(int performed, List<String> failures) {}

    /** Why it may not be published, a sentence each; empty if it may. */
    public List<String> obstacles() {
        return Stream.concat(
                        regression.worse().stream().map(Regression.Answer::complaint), rehearsals.failures().stream())
                .toList();
    }

    public boolean isPublishable() {
        return obstacles().isEmpty();
    }
}
