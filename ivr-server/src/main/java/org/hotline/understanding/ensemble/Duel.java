package org.hotline.understanding.ensemble;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Tells two labels apart that are easily taken for one another: a support vector machine over what naive Bayes says each feature is
 * worth between the two (NBSVM: Wang and Manning, "Baselines and Bigrams", 2012). A feature that matters between neighbours, such as "in"
 * against "out" of an account, is one among a hundred thousand to who has all labels in view.
 *
 * @param features rising
 * @param weights what each speaks for the first label against the second
 */
@SuppressWarnings("ArrayRecordComponent")
record Duel(int[] features, float[] weights) implements Serializable {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.05;

    /** Of frequencies in weights of features: so much was seen of each feature with either label before there were examples. */
    private static final double SMOOTHING = 0.1;

    static {
        Linear.disableDebugOutput();
    }

    /** From texts of either label. */
    static Duel of(List<Vector> first, List<Vector> second) {
        List<Vector> texts = Stream.concat(first.stream(), second.stream()).toList();
        int[] features = texts.stream()
                .flatMapToInt(text -> Arrays.stream(text.indexes()))
                .sorted()
                .distinct()
                .toArray();
        double[] worth = worth(sums(first, features), sums(second, features));
        Problem problem = new Problem();
        problem.l = texts.size();
        problem.n = features.length;
        problem.x = texts.stream().map(text -> nodes(text, features, worth)).toArray(Feature[][]::new);
        problem.y = new double[texts.size()];
        Arrays.fill(problem.y, 0, first.size(), 1);
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
        parameter.setRandom(new Random(1));
        return new Duel(features, weights(Linear.train(problem, parameter), worth));
    }

    /** More than 0 if the text is rather of the first label; around 1 at the examples. */
    double favoursFirst(Vector text) {
        double sum = 0;
        for (int i = 0; i < text.indexes().length; i++) {
            int at = Arrays.binarySearch(features, text.indexes()[i]);
            sum += at < 0 ? 0 : (double) weights[at] * text.values()[i];
        }
        return sum;
    }

    private static double[] sums(List<Vector> texts, int[] features) {
        double[] sums = new double[features.length];
        for (Vector text : texts) {
            for (int i = 0; i < text.indexes().length; i++) {
                sums[Arrays.binarySearch(features, text.indexes()[i])] += text.values()[i];
            }
        }
        return sums;
    }

    /** How far each feature's frequencies lie apart, whichever way; 1 in the mean square. */
    private static double[] worth(double[] first, double[] second) {
        double[] worth = new double[first.length];
        double squares = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = Math.abs(Math.log((first[i] + SMOOTHING) / (second[i] + SMOOTHING)));
            squares += worth[i] * worth[i];
        }
        double length = Math.sqrt(squares / worth.length);
        return Arrays.stream(worth).map(each -> length > 0 ? each / length : 1).toArray();
    }

    private static Feature[] nodes(Vector text, int[] features, double[] worth) {
        Feature[] nodes = new Feature[text.indexes().length];
        for (int i = 0; i < nodes.length; i++) {
            int at = Arrays.binarySearch(features, text.indexes()[i]);
            nodes[i] = new FeatureNode(at + 1, worth[at] * text.values()[i]);
        }
        return nodes;
    }

    private static float[] weights(Model model, double[] worth) {
        double[] learnt = model.getFeatureWeights();
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        float[] weights = new float[worth.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (sign * learnt[i] * worth[i]);
        }
        return weights;
    }
}
