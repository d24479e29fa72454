package org.hotline.understanding.ensemble;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/** A multi-class support vector machine (Crammer and Singer, 2001). */
final class SupportVectors implements Member {
    /** Of an example on the wrong side. */
    private static final double COST = 1;

    private static final double TOLERANCE = 0.05;

    private final Model model;

    static {
        Linear.disableDebugOutput();
    }

    SupportVectors(Lesson lesson, long seed) {
        Problem problem = new Problem();
        problem.l = lesson.texts().length;
        problem.n = lesson.features();
        problem.x = Arrays.stream(lesson.texts()).map(SupportVectors::nodes).toArray(Feature[][]::new);
        problem.y = Arrays.stream(lesson.truths()).asDoubleStream().toArray();
        Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
        parameter.setRandom(new Random(seed));
        this.model = Linear.train(problem, parameter);
    }

    @Override
    public double[] scores(Vector text) {
        double[] values = new double[model.getNrClass()];
        Linear.predictValues(model, nodes(text), values);
        int[] labels = model.getLabels();
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[labels[i]] = values[i];
        }
        return scores;
    }

    private static Feature[] nodes(Vector text) {
        Feature[] nodes = new Feature[text.indexes().length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new FeatureNode(text.indexes()[i] + 1, text.values()[i]);
        }
        return nodes;
    }
}
