package org.hotline.dialplan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.conversation.lookup.TrustScore;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.YamlValue;

/** What a plan may look up or do, as written in {@code lookups.yaml}. */
final class LookupsForm {
    static final Set<String> ENTRIES = Set.of(
            "parameters",
            "action",
            "sql",
            "http",
            "outcome",
            "outcomes",
            "values",
            "score",
            "once-per",
            "if-in-doubt",
            "pays");

    private final String plan;
    private final Form form;
    private final List<Complaint> complaints;

    LookupsForm(String plan, YamlValue document, List<Complaint> complaints) {
        this.plan = plan;
        this.form = Form.of(document, "lookups.yaml", complaints);
        this.complaints = complaints;
    }

    Map<String, Query> read() {
        form.allowOnly(Set.of("lookups"));
        Map<String, Query> queries = new LinkedHashMap<>();
        form.optionalForm("lookups")
                .ifPresent(all -> all.entries()
                        .forEach((name, value) ->
                                queries.put(name, query(name, Form.of(value, "lookup \"" + name + "\"", complaints)))));
        form.optionalForm("lookups").ifPresent(all -> checkPeople(all, queries));
        return queries;
    }

    private Query query(String name, Form form) {
        form.allowOnly(ENTRIES);
        return form.flag("action", false) ? action(name, form) : reading(name, form);
    }

    private Query reading(String name, Form form) {
        ActionForm.refuse(form);
        List<String> parameters = form.texts("parameters");
        Source source = new SourceForm(form, parameters, false).read();
        Map<String, Query.Column> values = values(form);
        Optional<TrustScore> score = form.optionalForm("score").map(written -> new ScoreForm(written, values).read());
        if (score.isPresent()) {
            needless(form, "its outcomes are the tiers of its score", "outcome", "outcomes");
        }
        Optional<String> outcome = form.optionalText("outcome");
        return new Query(
                plan,
                name,
                parameters,
                Query.Does.READ,
                source,
                outcome,
                score.isPresent()
                        ? TrustScore.TIERS
                        : outcome.isPresent() ? form.texts("outcomes") : List.of(Query.FOUND),
                values,
                score);
    }

    /** What changes something: one statement or request, once a call. */
    private Query action(String name, Form form) {
        needless(
                form,
                "its outcomes are done, unchanged and unavailable; look up what else is to be said",
                "outcome",
                "outcomes",
                "values",
                "score");
        List<String> parameters = form.texts("parameters");
        Query.Does.Change change = new ActionForm(form, parameters).read();
        return new Query(
                plan,
                name,
                parameters,
                change,
                new SourceForm(form, parameters, true).read(),
                Optional.empty(),
                change.payment().isPresent() ? List.of(Query.DONE, Query.OVER_CAP) : List.of(Query.DONE),
                Map.of(),
                Optional.empty());
    }

    private static void needless(Form form, String suggestion, String... entries) {
        for (String needless : entries) {
            if (form.has(needless)) {
                form.complain(
                        form.at(needless),
                        form.what() + (form.has("action") ? " is an action" : " has a score") + ", which has no "
                                + needless,
                        suggestion);
            }
        }
    }

    /** Who is called in when an action stays in doubt must be an action that needs nothing more than that one. */
    private static void checkPeople(Form all, Map<String, Query> queries) {
        queries.forEach((name, query) -> {
            if (query.does() instanceof Query.Does.Change change) {
                change.ifInDoubt().ifPresent(ticket -> {
                    Query called = queries.get(ticket);
                    if (called == null
                            || !(called.does() instanceof Query.Does.Change)
                            || !query.parameters().containsAll(called.parameters())) {
                        all.complain(
                                all.at(name),
                                "lookup \"" + name + "\" calls \"" + ticket
                                        + "\" if it is in doubt, which is no action with the same parameters or fewer",
                                "declare it with action: true");
                    }
                });
            }
        });
    }

    private static Map<String, Query.Column> values(Form form) {
        String where = form.has("http") ? "at" : "column";
        Map<String, Query.Column> values = new LinkedHashMap<>();
        form.optionalForm("values")
                .ifPresent(all -> all.entries().keySet().forEach(slot -> {
                    Form value = all.optionalForm(slot).orElseThrow();
                    value.allowOnly(Set.of(where, "as"));
                    form.fills(slot, all.at(slot));
                    String as = value.text("as");
                    String place = value.text(where);
                    if (form.has("http")) {
                        SourceForm.checkPointer(form, value.at(where), place);
                    }
                    Optional<Query.Column> column = SlotTypes.column(place, as);
                    if (column.isEmpty()) {
                        value.complain(
                                value.at("as"),
                                form.what() + ": \"" + as + "\" is no kind of value",
                                SlotTypes.KNOWN_COLUMNS);
                    }
                    column.ifPresent(known -> values.put(slot, known));
                }));
        return values;
    }
}
