package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hotline.issue.Facet;
import org.hotline.issue.Issue;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Evidence;

/** A caller who answers from the issue they really have. */
final class SimulatedCaller {
    private final Caller who;
    private final Mishearing mishearing;
    private final Habits habits;
    private final Random chance;
    private int described;
    private int demanded;

    /**
     * Who calls.
     *
     * @param clues that hold for them
     * @param wordings what they may say, in the order they would say it
     * @param demands what they say instead of answering, once they have described it; none of those who are patient
     */
    record Caller(Issue issue, Set<String> clues, List<String> wordings, List<String> demands, long seed) {}

    SimulatedCaller(Caller who, Mishearing mishearing, Habits habits) {
        this.who = who;
        this.mishearing = mishearing;
        this.habits = habits;
        this.chance = new Random(who.seed());
    }

    /** Whether an answer gets lost on the way. */
    boolean isUnheard() {
        return chance.nextDouble() < habits.unheard();
    }

    boolean saysMore() {
        return chance.nextDouble() < habits.saysMore();
    }

    /** In other words than before, if they have any. */
    Evidence.Heard describes() {
        String wording = who.wordings().get(described++ % who.wordings().size());
        return new Evidence.Heard(mishearing.readings(wording, chance));
    }

    /** Whether they want a person and no more questions; being told that they get one is no question. */
    boolean isImpatient(Act act) {
        boolean granted = act instanceof Act.Confirm confirm && confirm.issue().equals(Wordings.PERSON);
        return described > 0 && !granted && !who.demands().isEmpty();
    }

    Evidence.Heard demands() {
        String demand = who.demands().get(demanded++ % who.demands().size());
        return new Evidence.Heard(mishearing.readings(demand, chance));
    }

    Evidence.Chose chooses(Facet facet) {
        Evidence.By by = by();
        List<String> choices = new ArrayList<>(facet.choices().keySet());
        Set<String> fitting = who.issue().facets().get(facet.name());
        boolean unknown = chance.nextDouble() < (fitting == null ? habits.unconcerned() : habits.unsure());
        if (unknown) {
            return new Evidence.Chose(facet.name(), Optional.empty(), by);
        }
        List<String> right = fitting == null ? choices : List.copyOf(new TreeSet<>(fitting));
        String meant = right.get(chance.nextInt(right.size()));
        return new Evidence.Chose(facet.name(), Optional.of(arrives(meant, choices, by)), by);
    }

    Evidence.Picked picks(List<String> options) {
        Evidence.By by = by();
        String none = "";
        List<String> answers = new ArrayList<>(options);
        answers.add(none);
        String meant = options.stream().filter(this::isMeant).findFirst().orElse(none);
        String arrived = arrives(meant, answers, by);
        return new Evidence.Picked(options, arrived.equals(none) ? Optional.empty() : Optional.of(arrived), by);
    }

    Evidence.Agreed agrees(String name) {
        Evidence.By by = by();
        String yes = "yes";
        String no = "no";
        String arrived = arrives(isMeant(name) ? yes : no, List.of(yes, no), by);
        return new Evidence.Agreed(name, arrived.equals(yes), by);
    }

    /** What comes of being told, without being asked. */
    Evidence.Agreed hears(String name) {
        boolean objects = chance.nextDouble() < (isMeant(name) ? habits.objectsWrongly() : habits.objects());
        return new Evidence.Agreed(name, !objects, Evidence.By.SILENCE);
    }

    private boolean isMeant(String name) {
        return who.issue().name().equals(name)
                || (name.equals(Wordings.PERSON) && !who.demands().isEmpty())
                || who.issue().path().contains(name);
    }

    private Evidence.By by() {
        return chance.nextDouble() < habits.keys() ? Evidence.By.KEY : Evidence.By.VOICE;
    }

    private String arrives(String meant, List<String> answers, Evidence.By by) {
        if (by == Evidence.By.KEY || answers.size() < 2 || chance.nextDouble() >= habits.misheard()) {
            return meant;
        }
        List<String> others =
                answers.stream().filter(answer -> !answer.equals(meant)).toList();
        return others.get(chance.nextInt(others.size()));
    }
}
