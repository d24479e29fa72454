package org.hotline.issue.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
        assertThat(HitRate.of(SmallShop.TREE, calls)).contains(new HitRate("order-late", 3, 2));
    }

    @Test
    void anEarlierCallMakesItsOwnIssueLikelier() {
        Belief belief = locator(Priors.written(SmallShop.TREE)).opening(Set.of("called-lately:bill-twice"));
        Belief nothing = locator(Priors.written(SmallShop.TREE)).opening(Set.of());
        assertThat(odds(belief, "bill-twice", "bill-copy")).isCloseTo(40, within(0.1));
        assertThat(odds(belief, "human", "bill-copy")).isCloseTo(2, within(0.01));
        assertThat(odds(belief, "bill-copy", "parcel-late"))
                .isCloseTo(odds(nothing, "bill-copy", "parcel-late"), within(0.01));
        assertThat(belief.clueFor("bill-twice")).contains("called-lately:bill-twice");
        assertThat(locator(Priors.written(SmallShop.TREE))
                        .opening(Set.of("called-lately:no-such-issue"))
                        .probability("bill-twice"))
                .isLessThan(nothing.probability("bill-twice") + 0.01);
    }

    @Test
    void callsTeachHowOftenCallersCallAgainAboutTheSame() {
        List<PastCall> calls = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            String named = call % 2 == 0 ? "bill-copy" : "parcel-late";
            calls.add(new PastCall(Set.of("called-lately:" + named), call % 4 < 2 ? named : "parcel-broken"));
            calls.add(new PastCall(Set.of(), call % 2 == 0 ? "bill-unpaid" : "parcel-lost"));
        }
        Priors learnt = Priors.learnt(SmallShop.TREE, calls);
        assertThat(locator(learnt).opening(Set.of("called-lately:bill-copy")).probability("bill-copy"))
                .isBetween(0.4, 0.6);
        assertThat(locator(learnt).opening(Set.of("called-lately:bill-copy")).probability("parcel-broken"))
                .isBetween(0.3, 0.55);
        assertThat(locator(learnt).opening(Set.of()).probability("bill-copy")).isLessThan(0.2);
        assertThat(HitRate.of(SmallShop.TREE, calls)).contains(new HitRate("called-lately", 200, 100));
    }

    @Test
    void whatWasLearntBeforeCluesNamedIssuesStillReads() {
        Priors kept = JsonMapper.builder()
                .build()
                .readValue("{\"frequency\":{},\"outOfScope\":0.03,\"speaksFor\":{}}", Priors.class);
        assertThat(kept.speaksForNamed()).isEmpty();
    }

    @Test
    void withoutCallsTheWrittenWeightsStand() {
        Belief learnt = locator(Priors.learnt(SmallShop.TREE, List.of(new PastCall(LATE, "no such issue"))))
                .opening(LATE);
        assertThat(learnt.probability("parcel-late") / learnt.probability("bill-copy"))
                .isBetween(59.9, 60.1);
    }

    private static double odds(Belief belief, String one, String other) {
        return belief.probability(one) / belief.probability(other);
    }

    private static Locator locator(Priors priors) {
        return new Locator(SmallShop.TREE, SmallShop.TODAY, SmallShop::judge, priors, Reliability.USUAL, Costs.USUAL);
    }
}
