package org.hotline.understanding.ensemble;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The members' opinions about a text in one: their probabilities averaged.
 *
 * @param labels of each label in scope; they sum to 1
 * @param signs that the text is out of scope, for {@link Novelty}
 */
@SuppressWarnings("ArrayRecordComponent")
record Judgement(double[] labels, double[] signs) {
    private static final double HARDLY = 1e-6;

    static Judgement of(Panel.Opinions opinions, List<Temperature> temperatures, Labels names) {
        int inScope = names.inScope().size();
        double[] mean = new double[names.size()];
        double[] signs = new double[3 + temperatures.size()];
        for (int member = 0; member < temperatures.size(); member++) {
            double[] scores = opinions.scores().get(member);
            double[] probabilities = temperatures.get(member).probabilities(scores);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += probabilities[i] / temperatures.size();
            }
            signs[3 + member] = highest(scores, inScope);
        }
        double best = Math.log(highest(mean, inScope) + HARDLY);
        signs[0] = names.outOfScope() ? Math.log(mean[inScope] + HARDLY) - best : 0;
        signs[1] = best;
        signs[2] = opinions.known();
        double sum = IntStream.range(0, inScope).mapToDouble(i -> mean[i]).sum();
        return new Judgement(
                IntStream.range(0, inScope).mapToDouble(i -> mean[i] / sum).toArray(), signs);
    }

    private static double highest(double[] values, int count) {
        return IntStream.range(0, count).mapToDouble(i -> values[i]).max().orElse(0);
    }
}
