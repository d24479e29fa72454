package org.hotline.issue.belief;

import java.util.Arrays;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;

/**
 * What a belief is expected to cost from here on, if what follows is simple: offer the likeliest issues a few at a time, in
 * their order, and stop (settle, or hand over) when stopping is cheaper. A question's worth is what its answers take from
 * this cost: one step of look-ahead over a base policy (rollout; Bertsekas and Castanon, 1999). In caller turns.
 */
final class Outlook {
    /** Ranks that are worth offering; a caller is put through before this many were named. */
    private static final int RANKS = 16;

    private final Costs costs;
    private final double error;

    /** What a wrong turn costs, by true issue, relative to an issue of priority 0. */
    private final double[] stakes;

    /** What handing over costs, by true issue. */
    private final double[] handOver;

    /** What it costs to take another issue of usual priority for this one. */
    private final double[] wrong;

    Outlook(IssueIndex index, Costs costs, Reliability reliability) {
        this.costs = costs;
        this.error = reliability.voiceError();
        this.stakes = new double[index.length()];
        this.handOver = new double[index.length()];
        this.wrong = new double[index.length()];
        for (int number = 0; number < index.size(); number++) {
            Issue issue = index.issue(number);
            boolean people = issue.outcome() instanceof Outcome.Agents;
            stakes[number] = 1 + costs.perPriority() * issue.priority();
            wrong[number] = people ? costs.wrongPeople() : costs.wrongAnswer();
            handOver[number] = people ? costs.handOver() / 2 : costs.handOver();
        }
        stakes[index.nothing()] = 1;
        handOver[index.nothing()] = costs.handOver() / 4;
    }

    /** Serving this issue now. */
    double settle(double[] belief, int issue) {
        return wrong[issue] * (Numbers.dot(belief, stakes) - belief[issue] * stakes[issue]);
    }

    double handOver(double[] belief) {
        return Numbers.dot(belief, handOver);
    }

    /** What follows one more description: a share of what would have followed; nothing helps whoever needs none of the issues. */
    double afterGuideAgain(double[] belief, int questions) {
        int nothing = belief.length - 1;
        double lost = belief[nothing] * handOver[nothing];
        return lost + costs.leftByGuideAgain() * Math.max(0, value(belief, questions) - lost);
    }

    /**
     * The best that follows.
     *
     * @param questions how many may still be asked
     */
    double value(double[] belief, int questions) {
        int[] ranks = ranks(belief);
        double[] stops = stops(belief, ranks);
        double[] rests = rests(belief, ranks);
        double[] value = stops;
        for (int left = 1; left <= questions; left++) {
            value = withOneMore(value, stops, rests);
        }
        return value[0];
    }

    /** The value, by the number of ranks refused so far, if one more choice may be offered than in {@code fewer}. */
    private double[] withOneMore(double[] fewer, double[] stops, double[] rests) {
        double[] value = stops.clone();
        for (int from = 0; from < stops.length - 1; from++) {
            for (int options = 1; options <= costs.mostOptions() && from + options < stops.length; options++) {
                double named = rests[from] - rests[from + options];
                double offer = rests[from] * (costs.turn() + costs.option() * options)
                        + named * error * costs.wrongAnswer()
                        + fewer[from + options];
                value[from] = Math.min(value[from], offer);
            }
        }
        return value;
    }

    /** The probability left, by the number of ranks refused. */
    private static double[] rests(double[] belief, int[] ranks) {
        double[] rests = new double[ranks.length + 1];
        rests[0] = 1;
        for (int rank = 0; rank < ranks.length; rank++) {
            rests[rank + 1] = Math.max(0, rests[rank] - belief[ranks[rank]]);
        }
        return rests;
    }

    /** Stopping, by the number of ranks refused, weighed by the probability of getting there. */
    private double[] stops(double[] belief, int[] ranks) {
        double[] stops = new double[ranks.length + 1];
        double atStake = Numbers.dot(belief, stakes);
        double toPeople = handOver(belief);
        for (int refused = 0; refused <= ranks.length; refused++) {
            stops[refused] = toPeople;
            if (refused < ranks.length) {
                int issue = ranks[refused];
                double share = belief[issue] * stakes[issue];
                stops[refused] = Math.min(toPeople, wrong[issue] * (atStake - share));
                atStake -= share;
                toPeople -= belief[issue] * handOver[issue];
            }
        }
        return stops;
    }

    /** The likeliest issues, likeliest first. */
    private static int[] ranks(double[] belief) {
        return likeliest(belief, belief.length - 1, RANKS);
    }

    /** The places with the highest values among the first {@code places}, highest first. */
    static int[] likeliest(double[] values, int places, int most) {
        int[] best = new int[Math.min(places, most)];
        int found = 0;
        for (int place = 0; place < places; place++) {
            int at = found;
            while (at > 0 && values[best[at - 1]] < values[place]) {
                at--;
            }
            if (at < best.length) {
                int kept = Math.min(found, best.length - 1);
                System.arraycopy(best, at, best, at + 1, kept - at);
                best[at] = place;
                found = Math.min(found + 1, best.length);
            }
        }
        return Arrays.copyOf(best, found);
    }
}
