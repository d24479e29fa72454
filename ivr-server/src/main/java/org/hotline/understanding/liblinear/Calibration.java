package org.hotline.understanding.liblinear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hotline.understanding.Example;

/**
 * Turns scores into probabilities and says how likely is likely enough, both learnt from examples that the model had
 * not seen (five-fold cross-validation).
 *
 * @param sharpness the softmax's inverse temperature (Guo et al., "On Calibration of Modern Neural Networks", 2017)
 * @param threshold a label less probable than this is no answer
 */
record Calibration(double sharpness, double threshold) {
    private static final int FOLDS = 5;

    /** One misunderstanding costs as much as two questions asked again. */
    private static final double WRONG = 2;

    /** What a model that had not seen an example made of it. */
    private record Trial(List<Double> scores, int truth, boolean outOfScope) {}

    static Calibration of(Ngrams ngrams, List<Example> examples) {
        List<Trial> trials = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            trials.addAll(trials(ngrams, examples, fold));
        }
        double sharpness = best(1, 12, 0.5, candidate -> -loss(trials, candidate));
        double threshold = best(0.2, 0.8, 0.02, candidate -> gain(trials, sharpness, candidate));
        return new Calibration(sharpness, threshold);
    }

    List<Double> probabilities(List<Double> scores) {
        return softmax(scores, sharpness);
    }

    private static List<Trial> trials(Ngrams ngrams, List<Example> examples, int fold) {
        List<Example> seen = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            (i % FOLDS == fold ? held : seen).add(examples.get(i));
        }
        LinearModel model = new LinearModel(ngrams, seen);
        List<Trial> trials = new ArrayList<>();
        for (Example example : held) {
            List<Double> scores = model.scores(example.text());
            int truth = model.labels().indexOf(example.label());
            if (!scores.isEmpty() && truth >= 0) {
                trials.add(new Trial(scores, truth, example.isOutOfScope()));
            }
        }
        return trials;
    }

    private static double loss(List<Trial> trials, double sharpness) {
        return trials.stream()
                .mapToDouble(
                        trial -> -Math.log(softmax(trial.scores(), sharpness).get(trial.truth())))
                .sum();
    }

    private static double gain(List<Trial> trials, double sharpness, double threshold) {
        return trials.stream()
                .mapToDouble(trial -> gain(trial, softmax(trial.scores(), sharpness), threshold))
                .sum();
    }

    private static double gain(Trial trial, List<Double> probabilities, double threshold) {
        int best = indexOfBest(probabilities);
        if (trial.outOfScope()) {
            return best == trial.truth() || probabilities.get(best) < threshold ? 1 : -WRONG;
        }
        if (probabilities.get(best) < threshold) {
            return 0;
        }
        return best == trial.truth() ? 1 : -WRONG;
    }

    private static int indexOfBest(List<Double> probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            best = probabilities.get(i) > probabilities.get(best) ? i : best;
        }
        return best;
    }

    private static List<Double> softmax(List<Double> scores, double sharpness) {
        double highest = scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Double> powers = scores.stream()
                .map(score -> Math.exp(sharpness * (score - highest)))
                .toList();
        double sum = powers.stream().mapToDouble(Double::doubleValue).sum();
        return powers.stream().map(power -> power / sum).toList();
    }

    private static double best(double from, double to, double step, DoubleUnaryOperator worth) {
        double best = from;
        for (double candidate = from; candidate <= to; candidate += step) {
            best = worth.applyAsDouble(candidate) > worth.applyAsDouble(best) ? candidate : best;
        }
        return best;
    }
}
