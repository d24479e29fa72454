package org.hotline.dialplan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.lookup.Query;

/** The care that an action is done with, as written. */
final class ActionForm {
    static final Set<String> PAYS = Set.of("amount", "customer", "to-one", "a-day", "in-total");

    private final Form form;
    private final List<String> parameters;

    ActionForm(Form form, List<String> parameters) {
        this.form = form;
        this.parameters = parameters;
    }

    /** What only an action can say. */
    static void refuse(Form form) {
        for (String entry : List.of("once-per", "if-in-doubt", "pays")) {
            if (form.has(entry)) {
                form.complain(
                        form.at(entry), form.what() + " only reads, but has " + entry, "declare it as action: true");
            }
        }
    }

    Query.Does.Change read() {
        List<String> oncePer = form.texts("once-per");
        oncePer.forEach(parameter -> parameter(form, "once-per", parameter));
        return new Query.Does.Change(
                oncePer,
                form.optionalText("if-in-doubt"),
                form.optionalForm("pays").map(this::payment));
    }

    private Query.Does.Payment payment(Form pays) {
        pays.allowOnly(PAYS);
        String amount = pays.text("amount");
        String customer = pays.text("customer");
        parameter(pays, "amount", amount);
        parameter(pays, "customer", customer);
        if (form.texts("once-per").isEmpty()) {
            form.complain(
                    form.at("pays"),
                    form.what() + " pays, but a second call would be paid again",
                    "add once-per: with the parameters that name what is paid for");
        }
        return new Query.Does.Payment(
                amount, customer, minor(pays, "to-one"), minor(pays, "a-day"), minor(pays, "in-total"));
    }

    private void parameter(Form at, String entry, String name) {
        if (!parameters.contains(name)) {
            at.complain(
                    at.at(entry),
                    form.what() + ": \"" + entry + "\" names \"" + name + "\", which is no parameter of it",
                    "known are " + String.join(", ", parameters));
        }
    }

    private static long minor(Form pays, String entry) {
        Optional<Double> amount = pays.number(entry);
        if (amount.isEmpty() && !pays.has(entry)) {
            pays.complain(pays.place(), pays.what() + " lacks \"" + entry + "\"", "add " + entry + ": 100.00");
        }
        return Math.round(amount.orElse(0.0) * 100);
    }
}
