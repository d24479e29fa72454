package org.hotline.understanding.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoveltyTest {
    /** One sign, around 1 in strange texts and around -1 in others, with some of each on the wrong side. */
    private static Novelty learnt(boolean shown) {
        List<Novelty.Trial> trials = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double far = i % 4 == 0 ? -1 : 1;
            trials.add(new Novelty.Trial(new double[] {far}, true));
            trials.add(new Novelty.Trial(new double[] {-far}, false));
        }
        return new Novelty(trials, shown);
    }

    @Test
    void strangerSignsMakeItMoreProbable() {
        Novelty novelty = learnt(true);
        assertThat(novelty.probability(new double[] {1})).isGreaterThan(novelty.probability(new double[] {0}));
        assertThat(novelty.probability(new double[] {0})).isGreaterThan(novelty.probability(new double[] {-1}));
    }

    @Test
    void whereManyExamplesShowedWhatIsOutOfScopeItMustBeSurer() {
        double[] rather = {0.7};
        double[] surely = {4};
        assertThat(learnt(true).isStrange(learnt(true).probability(rather))).isFalse();
        assertThat(learnt(false).isStrange(learnt(false).probability(rather))).isTrue();
        assertThat(learnt(true).isStrange(learnt(true).probability(surely))).isTrue();
        assertThat(learnt(false).isStrange(learnt(false).probability(new double[] {-1})))
                .isFalse();
    }
}
