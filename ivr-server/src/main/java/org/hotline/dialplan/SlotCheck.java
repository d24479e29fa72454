package org.hotline.dialplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hotline.conversation.Given;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Suggestion;

/**
 * Whether every slot is filled before it is used, whatever way the caller came: for each step, the slots that are filled
 * on all ways to it (a forward must-analysis).
 */
final class SlotCheck {
    private static final String ISSUE = "issue";

    private final Written written;
    private final Dialplan plan;
    private final Map<String, Set<String>> filledAt = new HashMap<>();

    SlotCheck(Written written) {
        this.written = written;
        this.plan = written.plan();
    }

    List<Complaint> complaints() {
        follow();
        List<Complaint> complaints = new ArrayList<>();
        for (Step step : plan.steps().values()) {
            Set<String> filled = filledAt.get(step.name());
            if (filled != null) {
                used(step).forEach((slot, part) -> {
                    if (!filled.contains(slot) && !own(step).contains(slot) && !isGiven(slot, part)) {
                        complaints.add(new Complaint(
                                StepPlace.of(written, step, part),
                                "step \"" + step.name() + "\" uses {" + slot
                                        + "}, which is not filled on every way to it",
                                suggestion(slot, filled)));
                    }
                });
            }
        }
        return complaints;
    }

    /** Lookups may be asked with it at any time. */
    private static boolean isGiven(String slot, String part) {
        return part.equals("lookup") && Given.slots().contains(slot);
    }

    private static String suggestion(String slot, Set<String> filled) {
        return filled.isEmpty() ? "collect it first" : Suggestion.among(filled, slot);
    }

    private void follow() {
        Deque<String> changed = new ArrayDeque<>();
        arrive(plan.start(), Set.of(), changed);
        while (!changed.isEmpty()) {
            Step step = plan.step(changed.removeFirst());
            Set<String> before = filledAt.getOrDefault(step.name(), Set.of());
            filledAfter(step, before).forEach((target, filled) -> arrive(target, filled, changed));
        }
    }

    private void arrive(String step, Set<String> filled, Deque<String> changed) {
        Set<String> known = filledAt.get(step);
        Set<String> now = new TreeSet<>(filled);
        if (known != null) {
            now.retainAll(known);
        }
        if (!now.equals(known)) {
            filledAt.put(step, now);
            changed.add(step);
        }
    }

    /** What is filled on each way out of a step. */
    private Map<String, Set<String>> filledAfter(Step step, Set<String> before) {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        switch (step) {
            case Step.Ask ask -> {
                Set<String> located = ask.locates() ? with(before, ISSUE) : before;
                ask.when().values().forEach(target -> join(after, target, located));
                giveUp(after, ask.attempts().giveUp(), before);
            }
            case Step.Locate locate -> {
                locate.flows().forEach(target -> join(after, target, with(before, ISSUE)));
                join(after, locate.then(), with(before, ISSUE));
                join(after, locate.agents(), before);
                giveUp(after, locate.attempts().giveUp(), before);
            }
            case Step.Collect collect -> {
                join(after, collect.then(), with(before, collect.slot()));
                giveUp(after, collect.attempts().giveUp(), before);
            }
            case Step.Lookup lookup ->
                lookup.when().forEach((outcome, target) -> {
                    Query query = plan.queries().get(lookup.query());
                    join(
                            after,
                            target,
                            query != null && query.outcomes().contains(outcome)
                                    ? with(before, query.values().keySet())
                                    : before);
                });
            case Step.Say say -> step.targets().forEach(target -> join(after, target, before));
            case Step.Branch branch -> step.targets().forEach(target -> join(after, target, before));
            case Step.ToQueue queue -> step.targets().forEach(target -> join(after, target, before));
            case Step.Transfer transfer -> step.targets().forEach(target -> join(after, target, before));
            case Step.Voicemail voicemail -> step.targets().forEach(target -> join(after, target, before));
            case Step.Survey survey -> giveUp(after, survey.then(), before);
            case Step.HangUp over -> {}
        }
        return after;
    }

    private void giveUp(Map<String, Set<String>> after, String target, Set<String> before) {
        join(after, target, before);
        plan.operator().ifPresent(operator -> join(after, operator.then(), before));
    }

    /** Two ways to the same step: only what both fill. */
    private static void join(Map<String, Set<String>> after, String target, Set<String> filled) {
        after.merge(target, filled, (one, other) -> {
            Set<String> both = new TreeSet<>(one);
            both.retainAll(other);
            return both;
        });
    }

    /** Slots that a step uses, and in which of its parts. */
    private static Map<String, String> used(Step step) {
        Map<String, String> used = new LinkedHashMap<>();
        for (Wording wording : step.wordings()) {
            wording.slots().forEach(slot -> used.put(slot, ""));
        }
        if (step instanceof Step.Lookup lookup) {
            lookup.arguments().forEach(slot -> used.put(slot, "lookup"));
        }
        return used;
    }

    /** Slots that a step fills itself before its read-back uses them. */
    private Set<String> own(Step step) {
        if (step instanceof Step.Collect collect) {
            return with(collect.known().map(this::foundWith).orElse(Set.of()), collect.slot());
        }
        return step instanceof Step.Ask ask && ask.confirm().isPresent() ? Set.of(ISSUE) : Set.of();
    }

    /** What a look-up finds together with a value that it may know. */
    private Set<String> foundWith(Step.KnownValue known) {
        Set<String> found = new TreeSet<>();
        plan.queries().values().stream()
                .map(query -> query.values().keySet())
                .filter(values -> values.contains(known.slot()))
                .forEach(found::addAll);
        return found;
    }

    private static Set<String> with(Set<String> some, String more) {
        return with(some, Set.of(more));
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
