package org.hotline.dialplan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.conversation.Query;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.YamlValue;

/** What a plan may look up or do, as written in {@code lookups.yaml}. */
final class LookupsForm {
    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*");
    private static final Pattern CHANGES = Pattern.compile("(?is)\\s*(insert|update)\\b[^;]*");

    private final Form form;
    private final List<Complaint> complaints;

    LookupsForm(YamlValue document, List<Complaint> complaints) {
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
        return queries;
    }

    private static Query query(String name, Form form) {
        form.allowOnly(Set.of("parameters", "action", "sql", "outcome", "outcomes", "values"));
        String sql = form.text("sql");
        if (form.flag("action", false)) {
            return action(name, form, sql);
        }
        if (form.has("sql") && !READS.matcher(sql).matches()) {
            form.complain(
                    form.at("sql"),
                    form.what() + " must only read",
                    "write one select statement without a semicolon, or declare it as action: true");
        }
        Optional<String> outcome = form.optionalText("outcome");
        return new Query(
                name,
                parameters(form, sql),
                Query.Does.READ,
                sql,
                outcome,
                outcome.isPresent() ? form.texts("outcomes") : List.of(Query.FOUND),
                values(form));
    }

    /** What changes the tables: one statement, once a call. */
    private static Query action(String name, Form form, String sql) {
        if (form.has("sql") && !CHANGES.matcher(sql).matches()) {
            form.complain(
                    form.at("sql"),
                    form.what() + " is an action, but does not insert or update",
                    "write one insert or update statement without a semicolon");
        }
        if (form.has("sql") && !sql.contains(":" + Query.ONCE)) {
            form.complain(
                    form.at("sql"),
                    form.what() + " could be done twice in one call",
                    "put :once into a column with a unique key");
        }
        for (String needless : List.of("outcome", "outcomes", "values")) {
            if (form.has(needless)) {
                form.complain(
                        form.at(needless),
                        form.what() + " is an action, which has no " + needless,
                        "its outcomes are done, unchanged and unavailable; look up what else is to be said");
            }
        }
        return new Query(
                name, parameters(form, sql), Query.Does.CHANGE, sql, Optional.empty(), List.of(Query.DONE), Map.of());
    }

    private static List<String> parameters(Form form, String sql) {
        List<String> parameters = form.texts("parameters");
        for (String parameter : parameters) {
            if (!sql.contains(":" + parameter)) {
                form.complain(
                        form.at("parameters"),
                        form.what() + " does not use its parameter \"" + parameter + "\"",
                        "write :" + parameter + " in the sql");
            }
        }
        return parameters;
    }

    private static Map<String, Query.Column> values(Form form) {
        Map<String, Query.Column> values = new LinkedHashMap<>();
        form.optionalForm("values")
                .ifPresent(all -> all.entries().keySet().forEach(slot -> {
                    Form value = all.optionalForm(slot).orElseThrow();
                    value.allowOnly(Set.of("column", "as"));
                    form.fills(slot, all.at(slot));
                    String as = value.text("as");
                    Optional<Query.Column> column = SlotTypes.column(value.text("column"), as);
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
