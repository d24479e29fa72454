package org.hotline.dialplan;

import java.util.List;
import java.util.regex.Pattern;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.yaml.Place;

/** Where a query is asked, as written: {@code sql} or {@code http}. */
final class SourceForm {
    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*");
    private static final Pattern CHANGES = Pattern.compile("(?is)\\s*(insert|update)\\b[^;]*");

    private final Form form;
    private final List<String> parameters;
    private final boolean action;

    SourceForm(Form form, List<String> parameters, boolean action) {
        this.form = form;
        this.parameters = parameters;
        this.action = action;
    }

    Source read() {
        if (form.has("http") && form.has("sql")) {
            form.complain(
                    form.at("http"), form.what() + " is asked in two places: sql and http", "make two lookups of it");
        }
        if (form.has("http")) {
            form.optionalText("outcome").ifPresent(pointer -> checkPointer(form, form.at("outcome"), pointer));
            return new HttpForm(form, form.optionalForm("http").orElseThrow(), parameters, action).read();
        }
        String sql = form.text("sql");
        if (form.has("sql")) {
            check(sql);
        }
        return new Source.Sql(sql);
    }

    private void check(String sql) {
        if (!action && !READS.matcher(sql).matches()) {
            form.complain(
                    form.at("sql"),
                    form.what() + " must only read",
                    "write one select statement without a semicolon, or declare it as action: true");
        }
        if (action && !CHANGES.matcher(sql).matches()) {
            form.complain(
                    form.at("sql"),
                    form.what() + " is an action, but does not insert or update",
                    "write one insert or update statement without a semicolon");
        }
        if (action && !sql.contains(":" + Query.ONCE)) {
            form.complain(
                    form.at("sql"),
                    form.what() + " could be done twice in one call",
                    "put :once into a column with a unique key");
        }
        for (String parameter : parameters) {
            if (!sql.contains(":" + parameter)) {
                form.complain(
                        form.at("parameters"),
                        form.what() + " does not use its parameter \"" + parameter + "\"",
                        "write :" + parameter + " in the sql");
            }
        }
    }

    /** Where a service's answer holds something: RFC 6901. */
    static void checkPointer(Form form, Place place, String pointer) {
        if (!pointer.startsWith("/")) {
            form.complain(
                    place,
                    form.what() + ": \"" + pointer + "\" is no place in a JSON answer",
                    "write a JSON pointer such as /order/status");
        }
    }
}
