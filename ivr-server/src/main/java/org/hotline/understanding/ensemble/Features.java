package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        int most = kinds.stream().mapToInt(kind -> kind.grams().size()).sum();
        int[] features = new int[most];
        double[] weights = new double[most];
        int count = 0;
        double known = 0;
        double unknown = 0;
        double total = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            int[] met = met(kind, kinds.get(kind).grams());
            known += Arrays.stream(met).mapToDouble(feature -> rarity[feature]).sum();
            unknown += unknownRarity * (kinds.get(kind).grams().size() - met.length);
            int from = count;
            for (int i = 0; i < met.length; i = after(met, i)) {
                features[count] = met[i];
                weights[count++] = (1 + Math.log(after(met, i) - i)) * rarity[met[i]];
            }
            double weight = kinds.get(kind).weight();
            scale(weights, from, count, weight);
            total += count == from ? 0 : weight * weight;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (weights[i] / Math.sqrt(total));
        }
        return new Vector(Arrays.copyOf(features, count), values, count == 0 ? 0 : known / (known + unknown));
    }

    /** The features among some n-grams, rising, each as often as it occurs. Every kind's features follow the last kind's. */
    private int[] met(int kind, List<String> grams) {
        Map<String, Integer> index = indexes.get(kind);
        int[] met = new int[grams.size()];
        int count = 0;
        for (String gram : grams) {
            Integer feature = index.get(gram);
            if (feature != null) {
                met[count++] = feature;
            }
        }
        Arrays.sort(met, 0, count);
        return Arrays.copyOf(met, count);
    }

    /** The first place after {@code at} with another feature. */
    private static int after(int[] rising, int at) {
        int after = at + 1;
        while (after < rising.length && rising[after] == rising[at]) {
            after++;
        }
        return after;
    }

    /** Makes the part from {@code from} until {@code to} as long as {@code length}. */
    private static void scale(double[] weights, int from, int to, double length) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i] * weights[i];
        }
        for (int i = from; i < to; i++) {
            weights[i] *= length / Math.sqrt(sum);
        }
    }

    private List<Grams.Kind> kinds(String text) {
        return grams.of(text.length() > CHARACTERS ? text.substring(0, CHARACTERS) : text);
    }
}
