package org.hotline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far trainers agree who labelled the same utterances.
 *
 * @param twice how often somebody else said too what an utterance is
 * @param agreed how often that was the same
 * @param kappa Cohen's: how much better they agree than two who say each label as often as they do and do not listen; 1 is always, 0 no
 *     better. Nothing if there is nothing to compare, or all was one label
 * @param disputes which two labels, most often first; ten at the most
 */
public record Agreement(int twice, int agreed, OptionalDouble kappa, List<Dispute> disputes) {
    private static final int MOST = 10;

    /**
     * @param one a label as it is written
     * @param other another, later in the alphabet, whoever said which first
     */
    public record Dispute(String one, String other, int times) {}

    private record Pair(String first, String second) {}

    /** @param opinions what others than the first said; of utterances without a label they do not count */
    static Agreement of(Map<Utterance.Id, Labels.Given> labels, List<Labels.Given> opinions) {
        List<Pair> pairs = new ArrayList<>();
        for (Labels.Given opinion : opinions) {
            Labels.Given first = labels.get(opinion.utterance());
            if (first != null && !first.by().equals(opinion.by())) {
                pairs.add(new Pair(first.label().written(), opinion.label().written()));
            }
        }
        int agreed = (int) pairs.stream()
                .filter(pair -> pair.first().equals(pair.second()))
                .count();
        return new Agreement(pairs.size(), agreed, kappa(pairs, agreed), disputes(pairs));
    }

    private static OptionalDouble kappa(List<Pair> pairs, int agreed) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> second = new HashMap<>();
        for (Pair pair : pairs) {
            first.merge(pair.first(), 1, Integer::sum);
            second.merge(pair.second(), 1, Integer::sum);
        }
        double all = pairs.size();
        double byChance = 0;
        for (Map.Entry<String, Integer> label : first.entrySet()) {
            byChance += label.getValue() / all * (second.getOrDefault(label.getKey(), 0) / all);
        }
        return pairs.isEmpty() || byChance >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((agreed / all - byChance) / (1 - byChance));
    }

    private static List<Dispute> disputes(List<Pair> pairs) {
        Map<List<String>, Integer> times = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!pair.first().equals(pair.second())) {
                List<String> both =
                        Stream.of(pair.first(), pair.second()).sorted().toList();
                times.merge(both, 1, Integer::sum);
            }
        }
        return times.entrySet().stream()
                .map(entry ->
                        new Dispute(entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .sorted(Comparator.comparingInt(Dispute::times).reversed())
                .limit(MOST)
                .toList();
    }
}
