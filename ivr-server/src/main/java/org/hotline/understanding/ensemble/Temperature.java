package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.List;

/**
 * Makes probabilities of scores (softmax), as sharp as examples that were held back say (Guo et al., "On Calibration of
 * Modern Neural Networks", 2017).
 *
 * @param sharpness the softmax's inverse temperature
 */
record Temperature(double sharpness) implements Serializable {
    /** Scores of a text, and the index of what it means. */
    @SuppressWarnings("ArrayRecordComponent")
    record Trial(double[] scores, int truth) {}

    /** The temperature at which {@code trials} are likeliest. */
    static Temperature of(List<Trial> trials) {
        Temperature best = new Temperature(1);
        double least = Double.POSITIVE_INFINITY;
        for (double sharpness = 0.1; sharpness < 25; sharpness *= 1.08) {
            Temperature candidate = new Temperature(sharpness);
            double loss = trials.stream().mapToDouble(candidate::loss).sum();
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        return best;
    }

    private double loss(Trial trial) {
        return -Math.log(probabilities(trial.scores())[trial.truth()] + 1e-9);
    }

    double[] probabilities(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(sharpness * (scores[i] - highest));
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
