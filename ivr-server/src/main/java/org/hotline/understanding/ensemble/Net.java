package org.hotline.understanding.ensemble;

import java.util.random.RandomGenerator;

/**
 * A small neural network: features, one hidden layer of rectifiers, one output a label. It learns which n-grams mean
 * the same, which a linear model cannot.
 */
final class Net implements Member {
    private static final long serialVersionUID = 1L;

    /** From a feature to the hidden layer. */
    final float[][] input;

    final float[] threshold;

    /** From a hidden unit to the labels. */
    final float[][] output;

    final float[] prior;

    /** A net that knows nothing yet; {@link NetTraining} teaches it. */
    Net(int features, int hidden, int labels, RandomGenerator random) {
        this.input = random(features, hidden, 2 / Math.sqrt(hidden), random);
        this.threshold = new float[hidden];
        this.output = random(hidden, labels, 1 / Math.sqrt(hidden), random);
        this.prior = new float[labels];
    }

    private static float[][] random(int rows, int columns, double deviation, RandomGenerator random) {
        float[][] weights = new float[rows][columns];
        for (float[] row : weights) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) (random.nextGaussian() * deviation);
            }
        }
        return weights;
    }

    @Override
    public double[] scores(Vector text) {
        float[] scores = labels(hidden(text.indexes(), text.values(), text.indexes().length));
        double[] result = new double[scores.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = scores[i];
        }
        return result;
    }

    /** The hidden layer after its rectifiers, for the first {@code count} features given. */
    float[] hidden(int[] indexes, float[] values, int count) {
        float[] hidden = threshold.clone();
        for (int i = 0; i < count; i++) {
            add(hidden, values[i], input[indexes[i]]);
        }
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        return hidden;
    }

    float[] labels(float[] hidden) {
        float[] labels = prior.clone();
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i] != 0) {
                add(labels, hidden[i], output[i]);
            }
        }
        return labels;
    }

    /** sum += factor * row: the form that the compiler turns into vector instructions, unlike a scalar product. */
    static void add(float[] sum, float factor, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }
}
