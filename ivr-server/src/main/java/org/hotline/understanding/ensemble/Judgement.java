package org.hotline.understanding.ensemble;

import java.util.stream.IntStream;

/**
 * The members' opinions about a text in one.
 *
 * @param labels of each label in scope; they sum to 1
 * @param signs that the text is out of scope, for {@link Novelty}
 */
@SuppressWarnings("ArrayRecordComponent")
record Judgement(double[] labels, double[] signs) {
    private static final double HARDLY = 1e-6;

    static Judgement of(Panel.Opinions opinions, Blend blend, Labels names) {
        int inScope = names.inScope().size();
        double[] mean = blend.probabilities(opinions.scores());
        double[] signs = new double[3 + opinions.scores().size()];
        for (int member = 0; member < opinions.scores().size(); member++) {
            signs[3 + member] = highest(opinions.scores().get(member), inScope);
        }
        double best = Math.log(highest(mean, inScope) + HARDLY);
        signs[0] = names.outOfScope() ? Math.log(mean[inScope] + HARDLY) - best : 0;
        signs[1] = best;
        signs[2] = opinions.text().known();
        double sum = IntStream.range(0, inScope).mapToDouble(i -> mean[i]).sum();
        return new Judgement(
                IntStream.range(0, inScope).mapToDouble(i -> mean[i] / sum).toArray(), signs);
    }

    private static double highest(double[] values, int count) {
        return IntStream.range(0, count).mapToDouble(i -> values[i]).max().orElse(0);
    }
}
