package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.Suggestion;

/** Whether every name that is used is the name of something. */
final class ReferenceCheck {
    private final Written written;
    private final Dialplan plan;
    private final List<Complaint> complaints = new ArrayList<>();

    ReferenceCheck(Written written) {
        this.written = written;
        this.plan = written.plan();
    }

    List<Complaint> complaints() {
        checkHead();
        plan.steps().values().forEach(this::check);
        return complaints;
    }

    private void checkHead() {
        String folder =
                String.valueOf(written.folder().toAbsolutePath().normalize().getFileName());
        if (!plan.name().equals(folder)) {
            complain(
                    written.at("dialplan"),
                    "the plan is called \"" + plan.name() + "\" but its folder \"" + folder + "\"",
                    "call both the same");
        }
        target(written.at("start"), "the plan starts", plan.start());
        plan.operator().ifPresent(operator -> {
            target(written.at("operator", "then"), "the operator's way leads", operator.then());
            known(
                    written.at("operator", "intent"),
                    "the operator's way",
                    "intent",
                    operator.intent(),
                    plan.intents().keySet());
        });
    }

    private void check(Step step) {
        String what = "step \"" + step.name() + "\"";
        switch (step) {
            case Step.Say say -> target(at(step, "then"), what + " leads", say.then());
            case Step.Ask ask -> check(ask, what);
            case Step.Locate locate -> check(locate, what);
            case Step.Collect collect -> {
                check(collect, what);
                target(at(step, "then"), what + " leads", collect.then());
                target(
                        at(step, "give-up"),
                        what + " gives up and leads",
                        collect.attempts().giveUp());
            }
            case Step.Lookup lookup -> check(lookup, what);
            case Step.Branch branch -> {
                branch.when().forEach((value, to) -> target(at(step, "when", value), what + " leads", to));
                target(at(step, "otherwise"), what + " otherwise leads", branch.otherwise());
            }
            case Step.ToQueue queue ->
                optionalTarget(
                        at(step, "wait", "then"),
                        what + " leads",
                        queue.waiting().then());
            case Step.Transfer transfer -> {
                optionalTarget(at(step, "give-up"), what + " gives up and leads", transfer.giveUp());
                TransferTarget.mistake(transfer.target())
                        .ifPresent(mistake -> complain(
                                at(step, "transfer"),
                                what + " transfers to \"" + transfer.target() + "\", which is " + mistake,
                                TransferTarget.ADVICE));
            }
            case Step.Voicemail voicemail -> optionalTarget(at(step, "then"), what + " leads", voicemail.then());
            case Step.Survey survey -> target(at(step, "then"), what + " leads", survey.then());
            case Step.HangUp over -> {}
        }
    }

    private void check(Step.Collect collect, String what) {
        Set<String> found = new TreeSet<>();
        plan.queries().values().forEach(query -> found.addAll(query.values().keySet()));
        collect.known()
                .ifPresent(
                        known -> known(at(collect, "known", "slot"), what, "value of a look-up", known.slot(), found));
    }

    private void check(Step.Ask ask, String what) {
        ask.when().forEach((intent, to) -> {
            known(
                    at(ask, "when", intent),
                    what,
                    "intent",
                    intent,
                    plan.intents().keySet());
            target(at(ask, "when", intent), what + " leads", to);
        });
        Set<String> possible = new TreeSet<>(ask.when().keySet());
        plan.operator().map(Dialplan.Operator::intent).ifPresent(possible::add);
        ask.keys().forEach((key, intent) -> {
            if (!possible.contains(intent)) {
                complain(
                        at(ask, "keys", key.toString()),
                        what + ": key " + key + " stands for \"" + intent + "\", which leads nowhere here",
                        Suggestion.among(possible, intent));
            }
        });
        target(at(ask, "give-up"), what + " gives up and leads", ask.attempts().giveUp());
    }

    private void check(Step.Locate locate, String what) {
        if (plan.issues().isEmpty()) {
            complain(
                    at(locate, "locate"),
                    what + " locates problems, but the plan has no tree of issues",
                    "name the hotline's folder at the head of the plan: issues: shop");
        }
        plan.issues().ifPresent(tree -> {
            Set<String> names = new TreeSet<>(tree.issues().keySet());
            names.addAll(tree.groups().keySet());
            locate.keys()
                    .forEach((key, name) ->
                            known(at(locate, "keys", key.toString()), what, "issue or group of issues", name, names));
        });
        target(at(locate, "agents"), what + " puts callers through", locate.agents());
        target(at(locate, "then"), what + " leads", locate.then());
        target(
                at(locate, "give-up"),
                what + " gives up and leads",
                locate.attempts().giveUp());
        locate.flows().forEach(flow -> target(at(locate, "locate"), "an issue of the hotline leads", flow));
        locate.clues()
                .flatMap(lookup -> query(lookup, "clues", what))
                .filter(query -> !(query.values().get(Step.Locate.CLUES) instanceof Query.Column.Names))
                .ifPresent(query -> complain(
                        at(locate, "clues"),
                        what + " wants clues of " + query.name() + ", which has no value \"" + Step.Locate.CLUES
                                + "\" that is names",
                        "add " + Step.Locate.CLUES + ": { column: ..., as: names } to its values"));
    }

    /** The query that a look-up asks, with as many values as it takes; nothing, after a complaint, if there is none. */
    private Optional<Query> query(Step.Lookup lookup, String key, String what) {
        Query query = plan.queries().get(lookup.query());
        if (query == null) {
            complain(
                    at(lookup, key),
                    what + " looks up \"" + lookup.query() + "\", which lookups.yaml does not declare",
                    Suggestion.among(plan.queries().keySet(), lookup.query()));
        } else if (query.parameters().size() != lookup.arguments().size()) {
            complain(
                    at(lookup, key),
                    what + " gives " + lookup.query() + " " + lookup.arguments().size() + " values, but it takes "
                            + query.parameters().size(),
                    "write " + lookup.query() + "(" + String.join(", ", query.parameters()) + ")");
        }
        return Optional.ofNullable(query);
    }

    private void check(Step.Lookup lookup, String what) {
        query(lookup, "lookup", what).ifPresent(query -> check(lookup, query, what));
    }

    private void check(Step.Lookup lookup, Query query, String what) {
        Set<String> outcomes = new TreeSet<>(query.outcomes());
        outcomes.addAll(List.of(query.nothing(), Query.UNAVAILABLE));
        for (String missing : outcomes) {
            if (!lookup.when().containsKey(missing)) {
                complain(
                        at(lookup, "when"),
                        what + " does not say what to do when " + missing,
                        "add " + missing + ": ... under when");
            }
        }
        lookup.when().forEach((outcome, to) -> {
            known(at(lookup, "when", outcome), what, "outcome of " + lookup.query(), outcome, outcomes);
            target(at(lookup, "when", outcome), what + " leads", to);
        });
    }

    private Place at(Step step, String... path) {
        return StepPlace.of(written, step, path);
    }

    private void optionalTarget(Place place, String what, Optional<String> to) {
        to.ifPresent(step -> target(place, what, step));
    }

    private void target(Place place, String what, String to) {
        if (!plan.steps().containsKey(to)) {
            complain(
                    place,
                    what + " to \"" + to + "\", which is no step",
                    Suggestion.among(plan.steps().keySet(), to));
        }
    }

    private void known(Place place, String what, String kind, String name, Collection<String> names) {
        if (!names.contains(name)) {
            complain(place, what + " names \"" + name + "\", which is no " + kind, Suggestion.among(names, name));
        }
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }
}
