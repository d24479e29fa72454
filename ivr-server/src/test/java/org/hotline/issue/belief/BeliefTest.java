package org.hotline.issue.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BeliefTest {
    private static final Set<String> NO_CLUES = Set.of();

    @Provide
    Arbitrary<Evidence> evidence() {
        Arbitrary<Evidence.By> by = Arbitraries.of(Evidence.By.KEY, Evidence.By.VOICE);
        Arbitrary<String> names = Arbitraries.of("parcel-late", "bill-copy", "parcels", "bills", "human", "sale-over");
        return Arbitraries.oneOf(
                Arbitraries.of(Set.of("order-late"), Set.of("unheard-of"), NO_CLUES)
                        .map(Evidence.Clues::new),
                Arbitraries.of(Set.of("order-late"), Set.of("unheard-of")).map(Evidence.Named::new),
                Arbitraries.of("parcel late", "bill", "human", "no such thing")
                        .map(text -> new Evidence.Heard(
                                List.of(new Evidence.Reading(text, 0.7), new Evidence.Reading("parcel", 0.3)))),
                Combinators.combine(
                                Arbitraries.of("parcel late", "bill", "no such thing"),
                                Arbitraries.maps(names, Arbitraries.doubles().between(-1, 3)),
                                Arbitraries.doubles().between(0, 1))
                        .as((text, stated, none) -> new Evidence.Heard(List.of(new Evidence.Reading(text, 1)))
                                .with(new Opinion.Given(Set.of("parcel-late", "bill-copy"), stated, none))),
                Combinators.combine(Arbitraries.of("waiting", "arrived").optional(), by)
                        .as((choice, how) -> new Evidence.Chose("stage", choice, how)),
                Combinators.combine(Arbitraries.of("bill-copy", "parcels").optional(), by)
                        .as((picked, how) -> new Evidence.Picked(List.of("parcels", "bill-copy"), picked, how)),
                Combinators.combine(names, Arbitraries.of(true, false), Arbitraries.of(Evidence.By.class))
                        .as(Evidence.Agreed::new));
    }

    @Test
    void whoLetsAnIssuePassHasNotConfirmedIt() {
        Belief before = SmallShop.locator().opening(NO_CLUES);
        Belief passed = before.given(new Evidence.Agreed("bill-copy", true, Evidence.By.SILENCE));
        assertThat(passed.isTold("bill-copy")).isTrue();
        assertThat(passed.isConfirmed("bill-copy")).isFalse();
        assertThat(passed.given(new Evidence.Agreed("bill-copy", true, Evidence.By.VOICE))
                        .isConfirmed("bill-copy"))
                .isTrue();
        Belief picked = before.given(
                new Evidence.Picked(List.of("bill-copy", "parcels"), Optional.of("bill-copy"), Evidence.By.KEY));
        assertThat(picked.isConfirmed("bill-copy")).isTrue();
        assertThat(picked.isKeyed("bill-copy")).isTrue();
        assertThat(picked.isConfirmed("bill-twice")).isFalse();
    }

    @Property(tries = 300)
    void sumsToOneInAnyOrder(
            @ForAll("evidence") Evidence first,
            @ForAll("evidence") Evidence second,
            @ForAll("evidence") Evidence third) {
        List<Evidence> order = new ArrayList<>(List.of(first, second, third));
        Belief forward = after(order);
        Collections.reverse(order);
        Belief backward = after(order);
        double sum = forward.outOfScope();
        for (Belief.Ranked ranked : forward.ranking()) {
            sum += ranked.probability();
            assertThat(ranked.probability()).isBetween(0.0, 1.0);
            assertThat(backward.probability(ranked.issue().name())).isCloseTo(ranked.probability(), within(1e-9));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(forward.evidence()).containsExactly(first, second, third);
    }

    @Test
    void aCertainKeyExcludesWhatDoesNotFit() {
        Reliability certain = new Reliability(0, 0.04, 0.75, 0.02, 0.05, 0.4, 0.03, 0.4);
        Belief belief = SmallShop.locator(certain, Costs.USUAL)
                .opening(NO_CLUES)
                .given(new Evidence.Chose("stage", Optional.of("arrived"), Evidence.By.KEY));
        assertThat(belief.probability("parcel-late")).isLessThan(1e-9);
        assertThat(belief.probability("parcel-lost")).isLessThan(1e-9);
        assertThat(belief.probability("parcel-broken")).isCloseTo(belief.probability("parcel-wrong"), within(1e-9));
        // Whoever has a question about a bill may have got a parcel too, but is less often sure of it.
        assertThat(belief.probability("bill-copy")).isPositive().isLessThan(belief.probability("parcel-wrong"));
    }

    @Test
    void whoNamesTheirOrderMeansWhatItsClueSpeaksFor() {
        Belief guessed = SmallShop.locator().opening(Set.of("order-late"));
        Belief named = guessed.given(new Evidence.Named(Set.of("order-late")));
        assertThat(named.probability("parcel-late")).isGreaterThan(guessed.probability("parcel-late"));
        assertThat(named.probability("bill-copy")).isLessThan(guessed.probability("bill-copy"));
    }

    @Test
    void certainAnswersThatContradictLeaveSomethingToBelieve() {
        Reliability certain = new Reliability(0, 0, 1, 0, 0, 0, 0, 0);
        Belief belief = SmallShop.locator(certain, Costs.USUAL)
                .opening(NO_CLUES)
                .given(new Evidence.Agreed("human", true, Evidence.By.KEY))
                .given(new Evidence.Agreed("human", false, Evidence.By.KEY));
        assertThat(belief.ranking().getFirst().probability()).isPositive();
        assertThat(belief.entropy()).isNotNaN();
    }

    @Test
    void aSecondReadingCounts() {
        Belief nothing = SmallShop.locator().opening(NO_CLUES);
        Belief one = nothing.given(new Evidence.Heard(List.of(new Evidence.Reading("apparel", 0.6))));
        Belief two = nothing.given(new Evidence.Heard(
                List.of(new Evidence.Reading("apparel", 0.6), new Evidence.Reading("parcel late", 0.5))));
        assertThat(two.probability("parcel-late")).isGreaterThan(one.probability("parcel-late"));
    }

    @Test
    void anOpinionHasAShareOfTheWords() {
        Evidence.Heard words = new Evidence.Heard(List.of(new Evidence.Reading("parcel", 1)));
        Set<String> shown = Set.of("parcel-late", "parcel-lost", "bill-copy");
        Belief alone = SmallShop.locator().opening(NO_CLUES).given(words);
        Belief advised = given(words.with(new Opinion.Given(shown, Map.of("bill-copy", 1.0), 0)));
        assertThat(advised.probability("bill-copy"))
                .as("believed as far as an opinion is trusted, whatever it states")
                .isGreaterThan(alone.probability("bill-copy"))
                .isLessThan(0.45);
        assertThat(advised.probability("parcel-late")).isGreaterThan(0.1);
    }

    @Test
    void anOpinionThatItIsNoneOfThoseSpeaksForTheOthers() {
        Evidence.Heard words = new Evidence.Heard(List.of(new Evidence.Reading("parcel", 1)));
        Set<String> shown = Set.of("parcel-late", "parcel-lost");
        Belief alone = given(words);
        Belief advised = given(words.with(new Opinion.Given(shown, Map.of(), 1)));
        assertThat(advised.probability("parcel-late")).isLessThan(alone.probability("parcel-late"));
        assertThat(advised.probability("parcel-broken")).isGreaterThan(alone.probability("parcel-broken"));
        assertThat(advised.outOfScope()).isGreaterThan(alone.outOfScope());
    }

    @Test
    void anOpinionThatTellsNothingChangesNothing() {
        Evidence.Heard words = new Evidence.Heard(List.of(new Evidence.Reading("parcel late", 1)));
        Belief alone = given(words);
        for (Opinion silent : List.of(
                new Opinion.Missing(Opinion.Why.LATE),
                new Opinion.Given(Set.of("parcel-late"), Map.of(), 0),
                new Opinion.Given(Set.of("parcel-late"), Map.of("unheard-of", 1.0), 0))) {
            assertThat(given(words.with(silent)).probability("parcel-late"))
                    .isCloseTo(alone.probability("parcel-late"), within(1e-9));
        }
    }

    private static Belief given(Evidence evidence) {
        return SmallShop.locator().opening(NO_CLUES).given(evidence);
    }

    @Test
    void aClueSpeaksForItsIssuesAndKeepsTheOthers() {
        Belief belief = SmallShop.locator().opening(Set.of("order-late"));
        assertThat(belief.ranking().getFirst().issue().name()).isEqualTo("parcel-late");
        assertThat(belief.probability("parcel-late") / belief.probability("bill-copy"))
                .isCloseTo(60, within(1e-6));
        assertThat(belief.clueFor("parcel-late")).contains("order-late");
        assertThat(belief.clueFor("bill-copy")).isEmpty();
    }

    @Test
    void whatIsNotInForceIsNotBelieved() {
        Belief belief = SmallShop.locator().opening(NO_CLUES);
        assertThat(belief.ranking()).extracting(ranked -> ranked.issue().name()).doesNotContain("sale-over");
        assertThat(belief.probability("sale-over")).isZero();
    }

    @Test
    void anUnknownAnswerIsAnError() {
        Belief belief = SmallShop.locator().opening(NO_CLUES);
        assertThatThrownBy(() -> belief.given(new Evidence.Chose("stage", Optional.of("eaten"), Evidence.By.KEY)))
                .hasMessageContaining("eaten was not offered");
        assertThatThrownBy(() -> belief.given(new Evidence.Chose("colour", Optional.empty(), Evidence.By.KEY)))
                .hasMessageContaining("no facet is called colour");
    }

    @Test
    void theHighestAreFoundInOrder() {
        Random chance = new Random(5);
        for (int round = 0; round < 200; round++) {
            double[] values = chance.doubles(1 + chance.nextInt(30)).toArray();
            int most = 1 + chance.nextInt(8);
            List<Double> sorted = new ArrayList<>();
            for (double value : values) {
                sorted.add(value);
            }
            sorted.sort(Collections.reverseOrder());
            List<Double> found = new ArrayList<>();
            for (int place : Outlook.likeliest(values, values.length, most)) {
                found.add(values[place]);
            }
            assertThat(found).isEqualTo(sorted.subList(0, Math.min(most, values.length)));
        }
    }

    private static Belief after(List<Evidence> evidence) {
        Belief belief = SmallShop.locator().opening(NO_CLUES);
        for (Evidence piece : evidence) {
            belief = belief.given(piece);
        }
        return belief;
    }
}
