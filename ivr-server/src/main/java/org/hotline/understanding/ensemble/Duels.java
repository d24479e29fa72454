package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A last word between the two likeliest labels, where the panel is in two minds and they are among those most alike. */
final class Duels implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The panel is sure of a label that it finds so many times likelier than any other. */
    private static final double SURE = 12;

    /** How much a duel counts, in nats of the panel; from 1 to 4 it makes little difference. */
    private static final double SAY = 2;

    /** @param first less than {@code second} */
    private record Pair(int first, int second) implements Serializable {}

    private record Alike(Pair pair, double cosine) {}

    @SuppressWarnings("serial") // the collections of the JDK are serializable
    private final Map<Pair, Duel> duels = new HashMap<>();

    /**
     * Learns to tell some labels apart.
     *
     * @param labels those in scope, which come first in {@code lesson}
     * @param count of pairs of labels at the most, those most alike
     */
    Duels(Lesson lesson, int labels, int count) {
        if (count > 0) {
            List<List<Vector>> texts = Stream.generate(() -> (List<Vector>) new ArrayList<Vector>())
                    .limit(lesson.labels())
                    .toList();
            for (int i = 0; i < lesson.texts().length; i++) {
                texts.get(lesson.truths()[i]).add(lesson.texts()[i]);
            }
            for (Pair pair : mostAlike(texts.subList(0, labels), lesson.features(), count)) {
                Stopped.check();
                duels.put(pair, Duel.of(texts.get(pair.first()), texts.get(pair.second())));
            }
        }
    }

    /** The pairs of labels whose texts have most in common: the cosine of their sums. */
    private static List<Pair> mostAlike(List<List<Vector>> texts, int features, int count) {
        List<float[]> sums = texts.stream().map(all -> sum(all, features)).toList();
        List<Alike> alike = new ArrayList<>();
        for (int first = 0; first < sums.size(); first++) {
            for (int second = first + 1; second < sums.size(); second++) {
                alike.add(new Alike(new Pair(first, second), product(sums.get(first), sums.get(second))));
            }
        }
        alike.sort(Comparator.comparingDouble(Alike::cosine).reversed());
        return alike.stream().limit(count).map(Alike::pair).toList();
    }

    /** Of length 1. */
    private static float[] sum(List<Vector> texts, int features) {
        float[] sum = new float[features];
        for (Vector text : texts) {
            for (int i = 0; i < text.indexes().length; i++) {
                sum[text.indexes()[i]] += text.values()[i];
            }
        }
        float[] unit = new float[features];
        Net.add(unit, (float) (1 / Math.sqrt(product(sum, sum))), sum);
        return unit;
    }

    private static double product(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }

    /** The probabilities of a text's labels, those of the two likeliest shared out anew if they are close. */
    double[] settled(Vector text, double[] labels) {
        int best = likeliest(labels, -1);
        int next = likeliest(labels, best);
        Duel duel = duels.get(new Pair(Math.min(best, next), Math.max(best, next)));
        if (duel == null || labels[best] > SURE * labels[next]) {
            return labels;
        }
        double favoursBest = (best < next ? 1 : -1) * duel.favoursFirst(text);
        double both = labels[best] + labels[next];
        double odds = labels[best] / labels[next] * Math.exp(SAY * favoursBest);
        double[] settled = labels.clone();
        settled[best] = both * odds / (1 + odds);
        settled[next] = both / (1 + odds);
        return settled;
    }

    private static int likeliest(double[] labels, int but) {
        int best = but == 0 ? 1 : 0;
        for (int label = best + 1; label < labels.length; label++) {
            best = label != but && labels[label] > labels[best] ? label : best;
        }
        return best;
    }
}
