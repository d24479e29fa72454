package org.hotline.understanding.ensemble;

/**
 * Multinomial naive Bayes on the weights of features, each label's frequencies smoothed by those of all texts (Zhai and
 * Lafferty, 2001: a Dirichlet prior). Alone it is about as good as support vectors where a label has a few dozen examples, errs
 * elsewhere than what draws borders, and costs next to nothing.
 */
final class NaiveBayes implements Member {
    private static final long serialVersionUID = 1L;

    /** How much the frequencies of all texts count, in weights of features; a text of a dozen words has about ten. */
    private static final double SMOOTHING = 30;

    /** What each feature (row) speaks for each label, in nats. */
    private final float[][] speaksFor;

    private final int labels;

    NaiveBayes(Lesson lesson) {
        this.labels = lesson.labels();
        this.speaksFor = new float[lesson.features()][labels];
        double[] byLabel = new double[labels];
        double all = 0;
        for (int text = 0; text < lesson.texts().length; text++) {
            Vector vector = lesson.texts()[text];
            int label = lesson.truths()[text];
            for (int i = 0; i < vector.indexes().length; i++) {
                float value = vector.values()[i];
                speaksFor[vector.indexes()[i]][label] += value;
                byLabel[label] += value;
                all += value;
            }
        }
        for (float[] sums : speaksFor) {
            weigh(sums, byLabel, all);
        }
    }

    /** From how often a feature came with each label to log P(feature given label) / P(feature). */
    private static void weigh(float[] sums, double[] byLabel, double all) {
        double feature = 0;
        for (float sum : sums) {
            feature += sum;
        }
        double often = feature / all;
        for (int label = 0; label < sums.length; label++) {
            double seen = often > 0 ? sums[label] / often : 0;
            sums[label] = (float) Math.log((seen + SMOOTHING) / (byLabel[label] + SMOOTHING));
        }
    }

    @Override
    public double[] scores(Vector text) {
        float[] sum = new float[labels];
        for (int i = 0; i < text.indexes().length; i++) {
            Net.add(sum, text.values()[i], speaksFor[text.indexes()[i]]);
        }
        double[] scores = new double[labels];
        for (int label = 0; label < labels; label++) {
            scores[label] = sum[label];
        }
        return scores;
    }
}
