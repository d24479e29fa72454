package org.hotline.understanding.ensemble;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.Serializable;
import java.util.List;
import java.util.Random;

/** How probable it is that a text is out of scope: a logistic regression on signs of it, learnt from texts held back. */
final class Novelty implements Serializable {
    private static final long serialVersionUID = 1L;

    /** As if one text in five were out of scope. */
    private static final double SHARE = 0.2;

    /**
     * How probable it must be where many examples showed what is out of scope: to turn away a proper wish is three times as bad as to take a
     * strange text for one.
     */
    private static final double SURE = 0.75;

    /**
     * And where few did: when the signs are as frequent in strange texts as in others. The labels never heard of that stand for the others are
     * closer to what was learnt than most that is strange, so it is strange more probably than it seems.
     */
    private static final double EVEN = SHARE;

    /** Signs that a text is out of scope, and whether it is. */
    @SuppressWarnings("ArrayRecordComponent")
    record Trial(double[] signs, boolean outOfScope) {}

    private final Model model;
    private final double threshold;

    static {
        Linear.disableDebugOutput();
    }

    /**
     * @param trials some of each kind
     * @param shown whether there were many examples of out of scope
     */
    Novelty(List<Trial> trials, boolean shown) {
        long strange = trials.stream().filter(Trial::outOfScope).count();
        Problem problem = new Problem();
        problem.l = trials.size();
        problem.x = trials.stream().map(trial -> nodes(trial.signs())).toArray(Feature[][]::new);
        problem.n = problem.x[0].length;
        problem.y =
                trials.stream().mapToDouble(trial -> trial.outOfScope() ? 1 : 0).toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR, 1, 0.001);
        parameter.setRandom(new Random(1));
        parameter.setWeights(
                new double[] {SHARE / strange * trials.size(), (1 - SHARE) / (trials.size() - strange) * trials.size()},
                new int[] {1, 0});
        this.model = Linear.train(problem, parameter);
        this.threshold = shown ? SURE : EVEN;
    }

    double probability(double[] signs) {
        double[] probabilities = new double[2];
        Linear.predictProbability(model, nodes(signs), probabilities);
        return probabilities[model.getLabels()[0] == 1 ? 0 : 1];
    }

    boolean isStrange(double probability) {
        return probability >= threshold;
    }

    private static Feature[] nodes(double[] signs) {
        Feature[] nodes = new Feature[signs.length + 1];
        for (int i = 0; i < signs.length; i++) {
            nodes[i] = new FeatureNode(i + 1, signs[i]);
        }
        nodes[signs.length] = new FeatureNode(signs.length + 1, 1);
        return nodes;
    }
}
