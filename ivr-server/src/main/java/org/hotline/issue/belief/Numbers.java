package org.hotline.issue.belief;

import java.util.Arrays;

/** Sums over probabilities. */
final class Numbers {
    /** Nothing is quite impossible: contradicting certain answers must leave something to believe in. */
    private static final double LEAST = 1e-12;

    private Numbers() {}

    static double log(double likelihood) {
        return Math.log(Math.max(likelihood, LEAST));
    }

    /** The probabilities that are proportional to the powers of {@code logs}. */
    static double[] normalised(double[] logs) {
        double highest = Arrays.stream(logs).max().orElse(0);
        double[] powers =
                Arrays.stream(logs).map(log -> Math.exp(log - highest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    /** In bits. */
    static double entropy(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum -= probability > 0 ? probability * Math.log(probability) : 0;
        }
        return sum / Math.log(2);
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int place = 0; place < one.length; place++) {
            sum += one[place] * other[place];
        }
        return sum;
    }
}
