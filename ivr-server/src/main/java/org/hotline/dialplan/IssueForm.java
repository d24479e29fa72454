package org.hotline.dialplan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.InForce;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;
import org.hotline.yaml.Suggestion;

/** One leaf of a tree of issues as written. */
final class IssueForm {
    static final Set<String> ENTRIES =
            Set.of("called", "en", "zh", "facets", "step", "say", "agents", "trust", "priority", "from", "until");

    private static final List<String> OUTCOMES = List.of("step", "say", "agents");
    private static final Map<String, Trust> TRUSTS = new LinkedHashMap<>();

    static {
        for (Trust trust : Trust.values()) {
            TRUSTS.put(trust.tag(), trust);
        }
    }

    private final String name;
    private final Form form;
    private final List<String> path;
    private final Translations in;

    IssueForm(String name, Form form, List<String> path) {
        this.name = name;
        this.form = form;
        this.path = path;
        this.in = new Translations(form);
    }

    Issue read() {
        form.allowOnly(ENTRIES);
        return new Issue(
                name,
                path,
                in.sentence("called"),
                in.utterances(),
                facets(),
                outcome(),
                trust(),
                priority(),
                new InForce(form.day("from"), form.day("until")));
    }

    private Map<String, Set<String>> facets() {
        Map<String, Set<String>> facets = new LinkedHashMap<>();
        form.optionalForm("facets")
                .ifPresent(all -> all.entries()
                        .keySet()
                        .forEach(facet -> facets.put(facet, new LinkedHashSet<>(all.texts(facet)))));
        return facets;
    }

    private Outcome outcome() {
        List<String> outcomes = OUTCOMES.stream().filter(form::has).toList();
        if (outcomes.size() != 1) {
            form.complain(
                    form.place(),
                    form.what() + " has " + (outcomes.isEmpty() ? "no outcome" : String.join(" and ", outcomes)),
                    "write exactly one of step, say, agents");
            return new Outcome.Agents(Optional.empty());
        }
        return switch (outcomes.getFirst()) {
            case "step" -> new Outcome.Flow(form.text("step"));
            case "say" -> new Outcome.Answer(in.sentence("say"));
            default -> new Outcome.Agents(queue());
        };
    }

    /** {@code true} for the plan's usual way to people, or the name of a queue. */
    private Optional<String> queue() {
        String queue = form.text("agents");
        if (queue.equals("false")) {
            form.complain(
                    form.at("agents"),
                    form.what() + " has agents: false",
                    "write step or say instead, or agents: true");
        }
        return Optional.of(queue).filter(named -> !named.equals("true"));
    }

    private Trust trust() {
        String text = form.optionalText("trust").orElse("by-a-person");
        Trust trust = TRUSTS.get(text);
        if (trust == null) {
            form.complain(
                    form.at("trust"),
                    form.what() + " trusts \"" + text + "\"",
                    Suggestion.among(TRUSTS.keySet(), text));
            return Trust.BY_A_PERSON;
        }
        return trust;
    }

    private int priority() {
        String text = form.optionalText("priority").orElse("0");
        if (!text.matches("[0-9]")) {
            form.complain(
                    form.at("priority"),
                    form.what() + " has the priority \"" + text + "\"",
                    "write 0 (usual) to 9 (an emergency)");
            return 0;
        }
        return Integer.parseInt(text);
    }

    static Set<String> trusts() {
        return TRUSTS.keySet();
    }
}
