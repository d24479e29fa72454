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
    private static final long serialVersionUID = 1L;

    /** Of an example on the wrong side. */
    private static final double COST = 1;

    private static final double TOLERANCE = 0.05;

    private final int labels;

    /** Of each feature, one a label: half of what liblinear keeps. */
    private final float[] weights;

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
        Model model = Linear.train(problem, parameter);
        this.labels = lesson.labels();
        this.weights = weights(model, lesson);
    }

    /** In the order of the lesson's labels, whichever liblinear met first; of a label without examples nothing speaks for it. */
    private static float[] weights(Model model, Lesson lesson) {
        double[] learnt = model.getFeatureWeights();
        int[] met = model.getLabels();
        float[] weights = new float[lesson.features() * lesson.labels()];
        for (int feature = 0; feature < lesson.features(); feature++) {
            for (int i = 0; i < met.length; i++) {
                weights[feature * lesson.labels() + met[i]] = (float) learnt[feature * met.length + i];
            }
        }
        return weights;
    }

    @Override
    public double[] scores(Vector text) {
        double[] scores = new double[labels];
        for (int i = 0; i < text.indexes().length; i++) {
            int from = text.indexes()[i] * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += (double) weights[from + label] * text.values()[i];
            }
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
