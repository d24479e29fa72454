package org.hotline.dialplan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;

/** A plan as a picture: a Mermaid flowchart, one box a step, one arrow a way out. */
public final class DialplanDrawing {
    private static final int LONGEST = 60;

    private DialplanDrawing() {}

    /** The picture's source, ready for any Mermaid viewer. */
    public static String of(Dialplan plan) {
        StringBuilder drawing = new StringBuilder("flowchart TD\n");
        drawing.append("  call((")
                .append(quoted(String.join(", ", plan.numbers())))
                .append("))");
        drawing.append(" --> ").append(id(plan.start())).append('\n');
        for (Step step : plan.steps().values()) {
            if (!step.name().equals(Dialplan.HANG_UP) || isUsed(plan)) {
                drawing.append("  ").append(box(step)).append('\n');
                arrows(step)
                        .forEach((target, label) -> drawing.append("  ")
                                .append(id(step.name()))
                                .append(label.isEmpty() ? " --> " : " -- " + quoted(label) + " --> ")
                                .append(id(target))
                                .append('\n'));
            }
        }
        plan.operator()
                .ifPresent(operator -> drawing.append("  operator([")
                        .append(quoted("key " + operator.key() + " or " + operator.intent() + ", at any question"))
                        .append("]) -.-> ")
                        .append(id(operator.then()))
                        .append('\n'));
        return drawing.toString();
    }

    private static boolean isUsed(Dialplan plan) {
        return plan.steps().values().stream().anyMatch(step -> step.targets().contains(Dialplan.HANG_UP));
    }

    private static String box(Step step) {
        String id = id(step.name());
        return switch (step) {
            case Step.Say say -> id + "[" + label(step, "", Optional.of(say.say())) + "]";
            case Step.Ask ask -> id + "{{" + label(step, "", Optional.of(ask.ask())) + "}}";
            case Step.Locate locate -> id + "{{" + label(step, "locate", Optional.of(locate.ask())) + "}}";
            case Step.Collect collect ->
                id + "[/" + label(step, "collect " + collect.slot(), Optional.of(collect.ask())) + "/]";
            case Step.Lookup lookup -> id + "[(" + label(step, "look up " + lookup.query(), lookup.say()) + ")]";
            case Step.Branch branch -> id + "{" + label(step, "by " + branch.slot(), Optional.empty()) + "}";
            case Step.ToQueue queue -> id + "[[" + label(step, "queue " + queue.queue(), queue.say()) + "]]";
            case Step.Transfer transfer ->
                id + "[[" + label(step, "transfer " + transfer.target(), transfer.say()) + "]]";
            case Step.Voicemail voicemail ->
                id + "[[" + label(step, "voicemail " + voicemail.mailbox(), voicemail.say()) + "]]";
            case Step.Survey survey ->
                id + "{{" + label(step, "survey " + survey.scale().kind(), Optional.of(survey.ask())) + "}}";
            case Step.HangUp hangUp -> id + "([" + label(step, "hang up", hangUp.say()) + "])";
        };
    }

    private static String label(Step step, String verb, Optional<Wording> words) {
        StringBuilder label = new StringBuilder("<b>" + step.name() + "</b>");
        if (!verb.isEmpty()) {
            label.append("<br>").append(verb);
        }
        words.ifPresent(said -> label.append("<br>").append(shortened(said.text())));
        return quoted(label.toString());
    }

    /** Ways out by target; several ways to one target are one arrow. */
    private static Map<String, String> arrows(Step step) {
        Map<String, String> arrows = new LinkedHashMap<>();
        switch (step) {
            case Step.Say say -> arrow(arrows, say.then(), "");
            case Step.Ask ask -> {
                ask.when().forEach((intent, target) -> arrow(arrows, target, intent));
                arrow(arrows, ask.attempts().giveUp(), "give-up");
            }
            case Step.Locate locate -> {
                locate.flows().forEach(target -> arrow(arrows, target, "located"));
                arrow(arrows, locate.then(), "answered");
                arrow(arrows, locate.agents(), "people");
                arrow(arrows, locate.attempts().giveUp(), "give-up");
            }
            case Step.Collect collect -> {
                arrow(arrows, collect.then(), "");
                arrow(arrows, collect.attempts().giveUp(), "give-up");
            }
            case Step.Lookup lookup -> lookup.when().forEach((outcome, target) -> arrow(arrows, target, outcome));
            case Step.Branch branch -> {
                branch.when().forEach((value, target) -> arrow(arrows, target, value));
                arrow(arrows, branch.otherwise(), "otherwise");
            }
            case Step.ToQueue queue -> queue.waiting().then().ifPresent(target -> arrow(arrows, target, "too long"));
            case Step.Transfer transfer -> transfer.giveUp().ifPresent(target -> arrow(arrows, target, "give-up"));
            case Step.Voicemail voicemail -> voicemail.then().ifPresent(target -> arrow(arrows, target, ""));
            case Step.Survey survey -> arrow(arrows, survey.then(), "");
            case Step.HangUp over -> {}
        }
        return arrows;
    }

    private static void arrow(Map<String, String> arrows, String target, String label) {
        arrows.merge(
                target, label, (one, other) -> one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** {@code end} alone is a word of Mermaid's. */
    private static String id(String step) {
        return "s_" + step.replace('-', '_');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "#quot;") + '"';
    }
}
