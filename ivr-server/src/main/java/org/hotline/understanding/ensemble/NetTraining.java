package org.hotline.understanding.ensemble;

import java.util.random.RandomGenerator;

/**
 * Stochastic gradient descent, one example at a time, against cross-entropy with smoothed labels. Half of the n-grams and
 * half of the hidden units are left out at random each time (dropout, Srivastava et al., 2014), so that no single word
 * decides. Step sizes are AdaGrad's (Duchi et al., 2011), one a row of weights, falling to nothing.
 */
final class NetTraining {
    private static final double DROPPED = 0.5;
    private static final double SMOOTHING = 0.1;

    /** Steps of the output layer, which every example moves, against steps of the input layer. */
    private static final double OUTPUT = 0.3;

    private final Net net;
    private final RandomGenerator random;
    private final double[] inputMoved;
    private final double[] outputMoved;
    private double thresholdMoved;
    private double priorMoved;

    private NetTraining(Net net, RandomGenerator random) {
        this.net = net;
        this.random = random;
        this.inputMoved = new double[net.input.length];
        this.outputMoved = new double[net.output.length];
    }

    /**
     * A net taught {@code lesson}.
     *
     * @param hidden the number of hidden units
     * @param epochs how often it sees each example
     * @param rate how far a step goes at first; 0.05 to 0.1
     */
    static Net taught(Lesson lesson, int hidden, int epochs, double rate, long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        Net net = new Net(lesson.features(), hidden, lesson.labels(), random);
        NetTraining training = new NetTraining(net, random);
        int[] order = new int[lesson.texts().length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            Stopped.check();
            training.shuffle(order);
            for (int i = 0; i < order.length; i++) {
                double done = (epoch + (double) i / order.length) / epochs;
                training.learn(lesson.texts()[order[i]], lesson.truths()[order[i]], rate * (1 - done));
            }
        }
        return net;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private void learn(Vector text, int truth, double step) {
        int[] indexes = new int[text.indexes().length];
        float[] values = new float[indexes.length];
        int count = kept(text, indexes, values);
        float[] hidden = net.hidden(indexes, values, count);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = random.nextFloat() < DROPPED ? 0 : (float) (hidden[i] / (1 - DROPPED));
        }
        float[] blame = blame(net.labels(hidden), truth);
        float[] hiddenBlame = backwards(hidden, blame);
        moveOutput(hidden, blame, step * OUTPUT);
        moveInput(indexes, values, count, hiddenBlame, step);
    }

    private int kept(Vector text, int[] indexes, float[] values) {
        int count = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (random.nextFloat() >= DROPPED) {
                indexes[count] = text.indexes()[i];
                values[count++] = (float) (text.values()[i] / Math.sqrt(1 - DROPPED));
            }
        }
        return count;
    }

    /** The gradient of the loss at the outputs: softmax less the smoothed truth. */
    private static float[] blame(float[] scores, int truth) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (scores[i] / sum - SMOOTHING / scores.length);
        }
        scores[truth] -= (float) (1 - SMOOTHING);
        return scores;
    }

    private float[] backwards(float[] hidden, float[] blame) {
        float[] result = new float[hidden.length];
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i] > 0) {
                result[i] = (float) (product(net.output[i], blame) / (1 - DROPPED));
            }
        }
        return result;
    }

    /** Four sums at once: one alone would wait for itself. */
    private static float product(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + c + d;
    }

    private void moveOutput(float[] hidden, float[] blame, double step) {
        double size = meanSquare(blame);
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i] > 0) {
                outputMoved[i] += hidden[i] * hidden[i] * size;
                Net.add(net.output[i], (float) (-step * hidden[i] / Math.sqrt(outputMoved[i] + 1e-4)), blame);
            }
        }
        priorMoved += size;
        Net.add(net.prior, (float) (-step / Math.sqrt(priorMoved + 1e-4)), blame);
    }

    private void moveInput(int[] indexes, float[] values, int count, float[] blame, double step) {
        double size = meanSquare(blame);
        thresholdMoved += size;
        Net.add(net.threshold, (float) (-step * OUTPUT / Math.sqrt(thresholdMoved + 1e-8)), blame);
        for (int i = 0; i < count; i++) {
            int feature = indexes[i];
            inputMoved[feature] += values[i] * values[i] * size;
            Net.add(net.input[feature], (float) (-step * values[i] / Math.sqrt(inputMoved[feature] + 1e-9)), blame);
        }
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}
