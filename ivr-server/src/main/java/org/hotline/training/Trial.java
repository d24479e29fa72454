package org.hotline.training;

import java.util.List;
import java.util.Set;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.Transcript;

/**
 * What a sentence would be taken for, said to the open question by a caller of whom nothing is known.
 *
 * @param issues likeliest first; ten at the most
 * @param outOfScope how likely it is none
 * @param decision what would be done next, and what else was weighed
 */
public record Trial(List<Cluster.Near> issues, double outOfScope, Decision decision) {
    private static final int MOST = 10;

    /** @param heard not empty; all its readings count */
    static Trial of(Locator locator, Transcript heard) {
        Belief belief = belief(locator, heard);
        return new Trial(
                near(belief, MOST),
                belief.outOfScope(),
                locator.decide(belief, Asked.NOTHING.and(new Act.Guide(1, List.of()), true)));
    }

    static List<Cluster.Near> near(Belief belief, int most) {
        return belief.ranking().stream()
                .limit(most)
                .map(ranked -> new Cluster.Near(ranked.issue().name(), ranked.probability()))
                .toList();
    }

    static Belief belief(Locator locator, Transcript heard) {
        return locator.opening(Set.of()).given(Evidence.Heard.of(heard));
    }
}
