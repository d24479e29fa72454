package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.TrustScore;
import org.hotline.yaml.Suggestion;

/** How far a caller is trusted, as written: what each fact counts, and from where on which tier. */
final class ScoreForm {
    static final Set<String> ENTRIES = Set.of("start", "points", "instant-from", "after-receipt-from");
    static final Set<String> WEIGHT = Set.of("each", "at-most");

    private final Form form;
    private final Map<String, Query.Column> values;

    ScoreForm(Form form, Map<String, Query.Column> values) {
        this.form = form;
        this.values = values;
    }

    TrustScore read() {
        form.allowOnly(ENTRIES);
        double instant = needed(form, "instant-from");
        double afterReceipt = needed(form, "after-receipt-from");
        if (instant < afterReceipt) {
            form.complain(
                    form.at("instant-from"),
                    form.what() + ": \"instant-from\" is below \"after-receipt-from\"",
                    "money at once needs more trust than money after receipt");
        }
        return new TrustScore(form.number("start").orElse(0.0), weights(), instant, afterReceipt);
    }

    private List<TrustScore.Weight> weights() {
        List<TrustScore.Weight> weights = new ArrayList<>();
        form.optionalForm("points")
                .ifPresentOrElse(
                        all -> all.entries().keySet().forEach(fact -> weights.add(weight(all, fact))),
                        () -> form.complain(form.place(), form.what() + " counts nothing", "add points:"));
        return weights;
    }

    private TrustScore.Weight weight(Form all, String fact) {
        Query.Column column = values.get(fact);
        if (!(column instanceof Query.Column.Count) && !(column instanceof Query.Column.Amount)) {
            all.complain(
                    all.at(fact),
                    form.what() + " counts \"" + fact + "\", which is no count and no amount under values",
                    Suggestion.among(values.keySet(), fact));
        }
        Form weight = all.optionalForm(fact).orElseThrow();
        weight.allowOnly(WEIGHT);
        return new TrustScore.Weight(
                fact, needed(weight, "each"), weight.number("at-most").orElse(Double.MAX_VALUE));
    }

    private static double needed(Form form, String entry) {
        if (!form.has(entry)) {
            form.complain(form.place(), form.what() + " lacks \"" + entry + "\"", "add " + entry + ": 10");
        }
        return form.number(entry).orElse(0.0);
    }
}
