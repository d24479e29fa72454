package org.hotline.understanding.liblinear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts as vectors: TF-IDF over the n-grams of the examples, of length 1. */
final class Features {
    private final Ngrams ngrams;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final double[] rarity;

    /** Learns the n-grams of {@code texts} and how rare each is. */
    Features(Ngrams ngrams, List<String> texts) {
        this.ngrams = ngrams;
        Map<String, Integer> frequency = new TreeMap<>();
        for (String text : texts) {
            new HashSet<>(ngrams.of(text)).forEach(gram -> frequency.merge(gram, 1, Integer::sum));
        }
        this.rarity = new double[frequency.size() + 1];
        frequency.forEach((gram, count) -> {
            int index = indexes.size() + 1;
            indexes.put(gram, index);
            rarity[index] = 1 + Math.log((1.0 + texts.size()) / (1.0 + count));
        });
    }

    /** The number of features; their indexes are 1 to this. */
    int size() {
        return indexes.size();
    }

    /** Features by rising index; empty if nothing of the text is known. */
    Feature[] of(String text) {
        TreeMap<Integer, Double> weights = new TreeMap<>();
        for (String gram : ngrams.of(text)) {
            Integer index = indexes.get(gram);
            if (index != null) {
                weights.merge(index, 1.0, Double::sum);
            }
        }
        weights.replaceAll((index, count) -> (1 + Math.log(count)) * rarity[index]);
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        return weights.entrySet().stream()
                .map(weight -> new FeatureNode(weight.getKey(), weight.getValue() / length))
                .toArray(Feature[]::new);
    }
}
