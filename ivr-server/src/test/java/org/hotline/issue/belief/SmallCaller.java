package org.hotline.issue.belief;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline.issue.Issue;

/** A caller of the small shop who answers from what they really need; now and then wrongly, or not at all. */
final class SmallCaller {
    private final Issue need;
    private final Random chance;

    SmallCaller(Issue need, Random chance) {
        this.need = need;
        this.chance = chance;
    }

    /** What the answer to an act says; nothing if it was not heard. */
    Optional<Evidence> answer(Act act) {
        if (chance.nextInt(10) == 0) {
            return Optional.empty();
        }
        return switch (act) {
            case Act.Guide guide ->
                Optional.of(new Evidence.Heard(List.of(new Evidence.Reading(words(), chance.nextDouble(0.1, 1)))));
            case Act.AskFacet ask -> Optional.of(new Evidence.Chose(ask.facet(), choice(ask.facet()), by()));
            case Act.Offer offer ->
                Optional.of(new Evidence.Picked(
                        offer.options(),
                        offer.options().stream().filter(this::needed).findFirst(),
                        by()));
            case Act.Confirm confirm ->
                Optional.of(new Evidence.Agreed(
                        confirm.issue(),
                        needed(confirm.issue()) != (chance.nextInt(20) == 0),
                        confirm.how() == Act.How.IMPLICIT ? Evidence.By.SILENCE : by()));
            case Act.Settle settle -> Optional.empty();
            case Act.HandOver handOver -> Optional.empty();
        };
    }

    private String words() {
        String[] words = need.name().split("-", -1);
        return chance.nextBoolean() ? need.name() : words[chance.nextInt(words.length)];
    }

    private Optional<String> choice(String facet) {
        Set<String> fitting = need.facets().getOrDefault(facet, Set.of());
        return fitting.stream().findFirst();
    }

    private boolean needed(String name) {
        return need.name().equals(name) || need.path().contains(name);
    }

    private Evidence.By by() {
        return chance.nextBoolean() ? Evidence.By.KEY : Evidence.By.VOICE;
    }
}
