package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts as vectors: TF-IDF over the n-grams of the examples; each kind of n-gram of one length, then all together of length 1. */
final class Features implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From so many examples on, an n-gram that occurs in one of them only is noise. */
    private static final int MANY = 2000;

    /** A text longer than any utterance is cut here: pairs of words are as many as its square. */
    private static final int CHARACTERS = 400;

    private final Grams grams;

    @SuppressWarnings("serial") // the collections of the JDK are serializable
    private final List<Map<String, Integer>> indexes = new ArrayList<>();

    private final double[] rarity;
    private final double unknownRarity;

    /** Learns the n-grams of {@code texts} and how rare each is. */
    Features(Grams grams, List<String> texts) {
        this.grams = grams;
        List<Map<String, Integer>> frequencies = new ArrayList<>();
        for (String text : texts) {
            List<Grams.Kind> kinds = kinds(text);
            for (int kind = 0; kind < kinds.size(); kind++) {
                if (kind == frequencies.size()) {
                    frequencies.add(new LinkedHashMap<>());
                }
                Map<String, Integer> frequency = frequencies.get(kind);
                new HashSet<>(kinds.get(kind).grams()).forEach(gram -> frequency.merge(gram, 1, Integer::sum));
            }
        }
        int least = texts.size() < MANY ? 1 : 2;
        frequencies.forEach(frequency -> frequency.values().removeIf(count -> count < least));
        this.rarity = new double[frequencies.stream().mapToInt(Map::size).sum()];
        this.unknownRarity = 1 + Math.log(1.0 + texts.size());
        int next = 0;
        for (Map<String, Integer> frequency : frequencies) {
            Map<String, Integer> index = HashMap.newHashMap(frequency.size());
            for (Map.Entry<String, Integer> gram : frequency.entrySet()) {
                rarity[next] = 1 + Math.log((1.0 + texts.size()) / (1.0 + gram.getValue()));
                index.put(gram.getKey(), next++);
            }
            indexes.add(index);
        }
    }

    /** The number of features. */
    int size() {
        return rarity.length;
    }

    Vector of(String text) {
        List<Grams.Kind> kinds = kinds(text);
        TreeMap<Integer, Double> weights = new TreeMap<>();
        double known = 0;
        double unknown = 0;
        double total = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            Map<Integer, Double> counts = new HashMap<>();
            for (String gram : kinds.get(kind).grams()) {
                Integer index = indexes.get(kind).get(gram);
                if (index == null) {
                    unknown += unknownRarity;
                } else {
                    known += rarity[index];
                    counts.merge(index, 1.0, Double::sum);
                }
            }
            counts.replaceAll((index, count) -> (1 + Math.log(count)) * rarity[index]);
            double length = length(counts.values());
            double weight = kinds.get(kind).weight();
            counts.forEach((index, value) -> weights.put(index, weight * value / length));
            total += counts.isEmpty() ? 0 : weight * weight;
        }
        return vector(weights, Math.sqrt(total), weights.isEmpty() ? 0 : known / (known + unknown));
    }

    private List<Grams.Kind> kinds(String text) {
        return grams.of(text.length() > CHARACTERS ? text.substring(0, CHARACTERS) : text);
    }

    private static double length(Iterable<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static Vector vector(SortedMap<Integer, Double> weights, double length, double known) {
        int[] indexes = new int[weights.size()];
        float[] values = new float[weights.size()];
        int at = 0;
        for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
            indexes[at] = weight.getKey();
            values[at++] = (float) (weight.getValue() / length);
        }
        return new Vector(indexes, values, known);
    }
}
