package org.hotline.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hotline.understanding.Example;
import org.hotline.understanding.Ranking;

/** What became of labelled texts; all shares 0 to 1, NaN where there is nothing to count. */
record NluFigures(List<Outcome> outcomes) {
    /** @param nanos how long classifying took */
    record Outcome(Example example, Ranking ranking, long nanos) {
        String truth() {
            return example.label();
        }

        String likeliest() {
            return ranking.likeliest().map(Ranking.Ranked::label).orElse(Example.OUT_OF_SCOPE);
        }

        String answer() {
            return ranking.answer().map(Ranking.Ranked::label).orElse(Example.OUT_OF_SCOPE);
        }

        boolean strange() {
            return example.isOutOfScope();
        }
    }

    boolean hasStrange() {
        return outcomes.stream().anyMatch(Outcome::strange);
    }

    /** What counts as said: the answer at the threshold, or the likeliest label where nothing is out of scope. */
    private Function<Outcome, String> decision() {
        return hasStrange() ? Outcome::answer : Outcome::likeliest;
    }

    double accuracy() {
        Function<Outcome, String> decision = decision();
        return share(each -> true, each -> each.truth().equals(decision.apply(each)));
    }

    double inScopeAccuracy() {
        return share(each -> !each.strange(), each -> each.truth().equals(each.answer()));
    }

    double inScopeAccuracyWithoutThreshold() {
        return share(each -> !each.strange(), each -> each.truth().equals(each.likeliest()));
    }

    double outOfScopeRecall() {
        return share(Outcome::strange, each -> each.answer().equals(Example.OUT_OF_SCOPE));
    }

    private double share(Predicate<Outcome> among, Predicate<Outcome> which) {
        List<Outcome> all = outcomes.stream().filter(among).toList();
        return (double) all.stream().filter(which).count() / all.size();
    }

    /** The mean F1 of all labels that were true or said. */
    double macroF1() {
        Confusion confusion = confusion();
        Set<String> labels = new HashSet<>(confusion.truths.keySet());
        labels.addAll(confusion.said.keySet());
        return labels.stream()
                .mapToDouble(label -> 2.0
                        * confusion.right.getOrDefault(label, 0)
                        / (confusion.truths.getOrDefault(label, 0) + confusion.said.getOrDefault(label, 0)))
                .average()
                .orElse(Double.NaN);
    }

    /** Matthews' correlation for many labels (Gorodkin, 2004). */
    double matthews() {
        Confusion confusion = confusion();
        double total = outcomes.size();
        double right =
                confusion.right.values().stream().mapToInt(count -> count).sum();
        double together = confusion.truths.entrySet().stream()
                .mapToDouble(each -> (double) each.getValue() * confusion.said.getOrDefault(each.getKey(), 0))
                .sum();
        return (right * total - together)
                / Math.sqrt((total * total - squares(confusion.said)) * (total * total - squares(confusion.truths)));
    }

    private static double squares(Map<String, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
    }

    private record Confusion(Map<String, Integer> truths, Map<String, Integer> said, Map<String, Integer> right) {}

    private Confusion confusion() {
        Confusion confusion = new Confusion(new HashMap<>(), new HashMap<>(), new HashMap<>());
        Function<Outcome, String> decision = decision();
        for (Outcome each : outcomes) {
            String said = decision.apply(each);
            confusion.truths.merge(each.truth(), 1, Integer::sum);
            confusion.said.merge(said, 1, Integer::sum);
            if (said.equals(each.truth())) {
                confusion.right.merge(said, 1, Integer::sum);
            }
        }
        return confusion;
    }

    /** How often a text out of scope is held for stranger than one in scope (area under the ROC curve). */
    double auroc() {
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort((one, other) ->
                Double.compare(one.ranking().outOfScope(), other.ranking().outOfScope()));
        double ranks = 0;
        int at = 0;
        while (at < sorted.size()) {
            int end = at;
            while (end < sorted.size()
                    && sorted.get(end).ranking().outOfScope()
                            == sorted.get(at).ranking().outOfScope()) {
                end++;
            }
            double tied = (at + 1 + end) / 2.0;
            ranks += tied
                    * sorted.subList(at, end).stream().filter(Outcome::strange).count();
            at = end;
        }
        double strange = outcomes.stream().filter(Outcome::strange).count();
        return (ranks - strange * (strange + 1) / 2) / (strange * (outcomes.size() - strange));
    }

    /** @param share 0 to 1; microseconds */
    double latency(double share) {
        long[] sorted = outcomes.stream().mapToLong(Outcome::nanos).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000.0;
    }
}
