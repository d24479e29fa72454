package org.hotline.issue.belief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriorsTest {
    private static final Set<String> LATE = Set.of("order-late");

    @Test
    void callsTeachWhatAClueSpeaksFor() {
        List<PastCall> calls = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            calls.add(new PastCall(LATE, call < 70 ? "parcel-lost" : "parcel-late"));
            calls.add(new PastCall(Set.of(), "bill-copy"));
        }
        Belief written = locator(Priors.written(SmallShop.TREE)).opening(LATE);
        Belief learnt = locator(Priors.learnt(SmallShop.TREE, calls)).opening(LATE);
        assertThat(written.probability("parcel-lost")).isLessThan(0.1);
        assertThat(learnt.probability("parcel-lost")).isBetween(0.5, 0.75);
        assertThat(learnt.probability("parcel-late")).isBetween(0.2, 0.45);
        assertThat(locator(Priors.learnt(SmallShop.TREE, calls))
                        .opening(Set.of())
                        .ranking()
                        .getFirst()
                        .issue()
                        .name())
                .isEqualTo("bill-copy");
    }

    @Test
    void ofEachClueItIsCountedHowOftenItWasRight() {
        List<PastCall> calls = List.of(
                new PastCall(LATE, "parcel-lost"),
                new PastCall(LATE, "parcel-late"),
                new PastCall(LATE, "bill-copy"),
                new PastCall(Set.of(), "parcel-late"));
        assertThat(HitRate.of(SmallShop.TREE, calls)).containsExactly(new HitRate("order-late", 3, 2));
    }

    @Test
    void withoutCallsTheWrittenWeightsStand() {
        Belief learnt = locator(Priors.learnt(SmallShop.TREE, List.of(new PastCall(LATE, "no such issue"))))
                .opening(LATE);
        assertThat(learnt.probability("parcel-late") / learnt.probability("bill-copy"))
                .isBetween(59.9, 60.1);
    }

    private static Locator locator(Priors priors) {
        return new Locator(SmallShop.TREE, SmallShop.TODAY, SmallShop::judge, priors, Reliability.USUAL, Costs.USUAL);
    }
}
