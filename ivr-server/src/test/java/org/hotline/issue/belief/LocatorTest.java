package org.hotline.issue.belief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hotline.issue.Issue;
import org.junit.jupiter.api.Test;

class LocatorTest {
    private static final Set<String> NO_CLUES = Set.of();
    private final Locator locator = SmallShop.locator();

    @Test
    void asksOpenlyWhenNothingIsKnown() {
        Decision decision = locator.decide(locator.opening(NO_CLUES), Asked.NOTHING);
        assertThat(decision.act()).isEqualTo(new Act.Guide(1, List.of()));
    }

    @Test
    void guessesWhenAClueIsStrong() {
        Decision decision = locator.decide(locator.opening(Set.of("order-late")), Asked.NOTHING);
        assertThat(decision.act())
                .isEqualTo(new Act.Confirm("parcel-late", Act.How.EXPLICIT, Optional.of("order-late")));
    }

    @Test
    void asksOpenlyAfterAWrongGuess() {
        Act guess = new Act.Confirm("parcel-late", Act.How.EXPLICIT, Optional.of("order-late"));
        Belief belief = locator.opening(Set.of("order-late"))
                .given(new Evidence.Agreed("parcel-late", false, Evidence.By.VOICE));
        Decision decision = locator.decide(belief, Asked.NOTHING.and(guess, true));
        assertThat(decision.act()).isInstanceOf(Act.Guide.class);
    }

    @Test
    void settlesWhatWasConfirmed() {
        Belief belief = heard("parcel late").given(new Evidence.Agreed("parcel-late", true, Evidence.By.KEY));
        Asked asked = guided().and(new Act.Confirm("parcel-late", Act.How.EXPLICIT, Optional.empty()), true);
        assertThat(locator.decide(belief, asked).act()).isEqualTo(new Act.Settle("parcel-late"));
    }

    @Test
    void doesNotServeWhatWasObjectedTo() {
        Act told = new Act.Confirm("parcel-late", Act.How.IMPLICIT, Optional.empty());
        Belief belief = heard("parcel late").given(new Evidence.Agreed("parcel-late", false, Evidence.By.SILENCE));
        for (int times = 0; times < 5; times++) {
            belief = belief.given(new Evidence.Heard(List.of(new Evidence.Reading("parcel late", 1))));
        }
        assertThat(belief.probability("parcel-late")).isGreaterThan(0.95);
        Act act = locator.decide(belief, guided().and(told, true)).act();
        assertThat(act).isNotEqualTo(new Act.Settle("parcel-late")).isNotEqualTo(told);
    }

    @Test
    void servesWhatWasRefusedAndThenPicked() {
        Belief belief = heard("parcel late")
                .given(new Evidence.Agreed("parcel-late", false, Evidence.By.SILENCE))
                .given(new Evidence.Picked(
                        List.of("parcel-late", "parcel-lost"), Optional.of("parcel-late"), Evidence.By.KEY));
        assertThat(locator.decide(belief, guided()).act()).isEqualTo(new Act.Settle("parcel-late"));
    }

    @Test
    void asksForWhatTellsTheLikelyOnesApart() {
        Decision decision = locator.decide(heard("parcel"), guided());
        assertThat(decision.act()).isInstanceOf(Act.Supplement.class);
        assertThat(decision.alternatives())
                .isSortedAccordingTo((one, other) -> Double.compare(one.expectedCost(), other.expectedCost()));
        assertThat(decision.alternatives())
                .anyMatch(weighed -> weighed.act().equals(new Act.AskFacet("stage"))
                        && weighed.bits() > 0.4
                        && weighed.probability() > 0.8);
    }

    @Test
    void putsThroughWhoNeedsNothingOfThis() {
        Reliability certain = new Reliability(0, 0.04, 0.75, 0.02, 0.05, 0.4, 0.03, 0.4);
        Locator trusting = SmallShop.locator(certain, Costs.USUAL);
        Belief belief = trusting.opening(NO_CLUES);
        for (Belief.Ranked ranked : belief.ranking()) {
            belief = belief.given(new Evidence.Agreed(ranked.issue().name(), false, Evidence.By.KEY));
        }
        assertThat(trusting.decide(belief, guided()).act())
                .isEqualTo(new Act.HandOver(Act.Why.OUT_OF_SCOPE, Optional.empty()));
    }

    @Test
    void neverAsksTheSameTwiceUnlessItWasNotHeard() {
        Belief belief = heard("parcel");
        Act first = locator.decide(belief, guided()).act();
        Asked unheard = guided().and(first, false);
        assertThat(locator.decide(belief, unheard).act()).isEqualTo(first);
        assertThat(locator.decide(belief, guided().and(first, true)).act()).isNotEqualTo(first);
        assertThat(locator.decide(belief, unheard.and(first, false)).act()).isNotEqualTo(first);
    }

    /** Whatever callers answer: a call ends within the questions allowed, never repeats one, and asks only what matters. */
    @Property(tries = 3000)
    void everyCallEnds(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Issue> issues = SmallShop.TREE.on(SmallShop.TODAY);
        SmallCaller caller = new SmallCaller(issues.get(chance.nextInt(issues.size())), chance);
        Belief belief = locator.opening(chance.nextBoolean() ? Set.of("order-late") : NO_CLUES);
        Asked asked = Asked.NOTHING;
        List<Act> answered = new ArrayList<>();
        while (true) {
            Decision decision = locator.decide(belief, asked);
            Act act = decision.act();
            if (act instanceof Act.Settle settle) {
                assertThat(belief.isRefused(settle.issue())).isFalse();
                return;
            }
            if (act instanceof Act.HandOver) {
                return;
            }
            assertThat(asked.questions()).hasSizeLessThanOrEqualTo(Costs.USUAL.mostQuestions());
            assertThat(answered).doesNotContain(act);
            assertCanMatter(decision, belief, asked);
            Optional<Evidence> answer = caller.answer(act);
            if (answer.isPresent()) {
                belief = belief.given(answer.get());
                answered.add(act);
            }
            asked = asked.and(act, answer.isPresent());
        }
    }

    /** Some answers lead to different acts. */
    private void assertCanMatter(Decision decision, Belief before, Asked asked) {
        List<Evidence> answers = switch (decision.act()) {
            case Act.AskFacet ask ->
                SmallShop.facet(ask.facet()).choices().keySet().stream()
                        .<Evidence>map(
                                choice -> new Evidence.Chose(ask.facet(), Optional.of(choice), Evidence.By.VOICE))
                        .toList();
            case Act.Offer offer ->
                offer.options().stream()
                        .<Evidence>map(
                                option -> new Evidence.Picked(offer.options(), Optional.of(option), Evidence.By.VOICE))
                        .toList();
            case Act.Confirm confirm ->
                confirm.how() == Act.How.IMPLICIT
                        ? List.of()
                        : List.of(
                                new Evidence.Agreed(confirm.issue(), true, Evidence.By.VOICE),
                                new Evidence.Agreed(confirm.issue(), false, Evidence.By.VOICE));
            case Act.Guide guide -> List.of();
            case Act.Settle settle -> List.of();
            case Act.HandOver handOver -> List.of();
        };
        if (!answers.isEmpty()) {
            Asked next = asked.and(decision.act(), true);
            assertThat(answers.stream()
                            .map(answer ->
                                    locator.decide(before.given(answer), next).act())
                            .distinct())
                    .as("what %s can lead to", decision.act())
                    .hasSizeGreaterThan(1);
        }
    }

    private Belief heard(String text) {
        return locator.opening(NO_CLUES).given(new Evidence.Heard(List.of(new Evidence.Reading(text, 1))));
    }

    private static Asked guided() {
        return Asked.NOTHING.and(new Act.Guide(1, List.of()), true);
    }
}
