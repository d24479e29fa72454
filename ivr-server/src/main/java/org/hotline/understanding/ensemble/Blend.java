package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The members' scores in one: each made a probability as sharp as it deserves, the mean of their logarithms taken (a product of
 * experts, Hinton, 2002), and that made as sharp as the whole deserves. Members that err in different places check one another: what one of
 * them rules out is unlikely.
 *
 * @param members one a member
 */
record Blend(List<Temperature> members, Temperature whole) implements Serializable {
    private static final double HARDLY = 1e-6;

    /** The members' scores of a text, and the index of what it means. */
    record Trial(List<double[]> scores, int truth) {}

    /** As {@code trials}, held back while learning, say. */
    static Blend of(int members, List<Trial> trials) {
        List<Temperature> each = IntStream.range(0, members)
                .mapToObj(member -> Temperature.of(trials.stream()
                        .map(trial -> new Temperature.Trial(trial.scores().get(member), trial.truth()))
                        .toList()))
                .toList();
        List<Temperature.Trial> together = new ArrayList<>();
        for (Trial trial : trials) {
            together.add(new Temperature.Trial(mean(each, trial.scores()), trial.truth()));
        }
        return new Blend(each, Temperature.of(together));
    }

    double[] probabilities(List<double[]> scores) {
        return whole.probabilities(mean(members, scores));
    }

    private static double[] mean(List<Temperature> members, List<double[]> scores) {
        double[] mean = new double[scores.getFirst().length];
        for (int member = 0; member < members.size(); member++) {
            double[] probabilities = members.get(member).probabilities(scores.get(member));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += Math.log(probabilities[i] + HARDLY) / members.size();
            }
        }
        return mean;
    }
}
