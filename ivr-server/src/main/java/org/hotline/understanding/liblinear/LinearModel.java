package org.hotline.understanding.liblinear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.hotline.understanding.Example;

/** A multi-class support vector machine (Crammer and Singer, 2001) over n-grams. */
final class LinearModel {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.01;

    private final List<String> labels;
    private final Features features;
    private final Model model;

    static {
        Linear.disableDebugOutput();
    }

    /** Trains; the same examples give the same model. At least two different labels. */
    LinearModel(Ngrams ngrams, List<Example> examples) {
        this.labels = List.copyOf(
                new LinkedHashSet<>(examples.stream().map(Example::label).toList()));
        this.features =
                new Features(ngrams, examples.stream().map(Example::text).toList());
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = features.size();
        problem.x =
                examples.stream().map(example -> features.of(example.text())).toArray(Feature[][]::new);
        problem.y = examples.stream()
                .mapToDouble(example -> labels.indexOf(example.label()))
                .toArray();
        Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
        parameter.setRandom(new Random(1));
        this.model = Linear.train(problem, parameter);
    }

    List<String> labels() {
        return labels;
    }

    /** How much speaks for each label, in the order of {@link #labels}; nothing if no n-gram is known. */
    List<Double> scores(String text) {
        Feature[] vector = features.of(text);
        if (vector.length == 0) {
            return List.of();
        }
        double[] values = new double[model.getNrClass()];
        Linear.predictValues(model, vector, values);
        int[] labels = model.getLabels();
        Double[] scores = new Double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[labels[i]] = values[i];
        }
        return new ArrayList<>(List.of(scores));
    }
}
