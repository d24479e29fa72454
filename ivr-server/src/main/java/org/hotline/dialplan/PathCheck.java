package org.hotline.dialplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.yaml.Complaint;

/** Whether every step can be reached, and no caller can go round for ever. */
final class PathCheck {
    private final Written written;
    private final Dialplan plan;

    PathCheck(Written written) {
        this.written = written;
        this.plan = written.plan();
    }

    List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>(unreachable());
        complaints.addAll(loops());
        return complaints;
    }

    private List<Complaint> unreachable() {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(plan.start()));
        plan.operator().ifPresent(operator -> next.add(operator.then()));
        while (!next.isEmpty()) {
            String step = next.removeFirst();
            if (reached.add(step)) {
                next.addAll(plan.step(step).targets());
            }
        }
        return plan.steps().values().stream()
                .filter(step -> !reached.contains(step.name()) && !step.name().equals(Dialplan.HANG_UP))
                .map(step -> new Complaint(
                        StepPlace.of(written, step),
                        "no caller can reach step \"" + step.name() + "\"",
                        "lead some step to it, or delete it"))
                .toList();
    }

    /** A circle in which nothing is asked has no give-up on it, and nobody can leave it. */
    private List<Complaint> loops() {
        List<Complaint> complaints = new ArrayList<>();
        Set<String> cleared = new HashSet<>();
        for (Step step : plan.steps().values()) {
            Set<String> circle = circleFrom(step.name(), new LinkedHashSet<>(), cleared);
            if (!circle.isEmpty()) {
                String first = circle.iterator().next();
                complaints.add(new Complaint(
                        StepPlace.of(written, plan.step(first)),
                        "callers go round for ever: " + String.join(", ", circle) + ", and " + first + " again",
                        "ask something on the way, so that there is a give-up"));
                cleared.addAll(circle);
            }
        }
        return complaints;
    }

    private Set<String> circleFrom(String step, Set<String> way, Set<String> cleared) {
        if (way.contains(step)) {
            List<String> steps = new ArrayList<>(way);
            return new LinkedHashSet<>(steps.subList(steps.indexOf(step), steps.size()));
        }
        if (cleared.contains(step) || !goesOnByItself(plan.step(step))) {
            return Set.of();
        }
        way.add(step);
        for (String target : plan.step(step).targets()) {
            Set<String> circle = circleFrom(target, way, cleared);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        way.remove(step);
        cleared.add(step);
        return Set.of();
    }

    private static boolean goesOnByItself(Step step) {
        return switch (step) {
            case Step.Say say -> true;
            case Step.Lookup lookup -> true;
            case Step.Branch branch -> true;
            case Step.Ask ask -> false;
            case Step.Locate locate -> false;
            case Step.Collect collect -> false;
            case Step.ToQueue queue -> false;
            case Step.Transfer transfer -> false;
            case Step.Voicemail voicemail -> false;
            case Step.Survey survey -> true; // nobody can give up there
            case Step.HangUp over -> false;
        };
    }
}
