package org.hotline.dialplan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.ByClock;
import org.hotline.issue.CalledWithin;
import org.hotline.issue.Clue;
import org.hotline.issue.Holds;
import org.hotline.issue.InForce;

/** A clue as written under {@code clues:}. */
record ClueForm(String name, Form form) {
    static final Set<String> ENTRIES = Set.of("speaks-for", "speaks-for-named", "opening", "holds");
    static final Set<String> BY_CLOCK = Set.of("from", "until", "after", "before");
    static final Set<String> BY_EARLIER_CALL = Set.of("called-within-days");

    private static final String NAMED = "speaks-for-named";
    private static final String DAYS = "called-within-days";
    private static final int MOST_DAYS = 366;

    Clue read() {
        form.allowOnly(ENTRIES);
        Map<String, Double> weights = new LinkedHashMap<>();
        form.optionalForm("speaks-for")
                .ifPresent(all -> all.entries().keySet().forEach(issue -> weights.put(issue, weight(all, issue))));
        double named = form.has(NAMED) ? weight(form, NAMED) : 1;
        Optional<Holds> holds = form.optionalForm("holds").map(ClueForm::holds);
        return new Clue(name, weights, named, new Translations(form).optionalSentence("opening"), holds);
    }

    private static Holds holds(Form holds) {
        if (holds.has(DAYS)) {
            holds.allowOnly(BY_EARLIER_CALL);
            return new CalledWithin(days(holds));
        }
        holds.allowOnly(BY_CLOCK);
        return new ByClock(
                new InForce(holds.day("from"), holds.day("until")),
                holds.timeOfDay("after"),
                holds.timeOfDay("before"));
    }

    private static int days(Form holds) {
        String text = holds.text(DAYS);
        try {
            int days = Integer.parseInt(text);
            if (days >= 1 && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException wrong) {
            // Said below, with the place.
        }
        holds.complain(
                holds.at(DAYS),
                holds.what() + ": \"" + text + "\" is not a number of days",
                "write a whole number from 1 to " + MOST_DAYS + ", for example 7");
        return 1;
    }

    private static double weight(Form weights, String issue) {
        String text = weights.text(issue);
        try {
            double weight = Double.parseDouble(text);
            if (weight > 0 && Double.isFinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException wrong) {
            // Said below, with the place.
        }
        weights.complain(
                weights.at(issue),
                weights.what() + " gives \"" + issue + "\" the weight \"" + text + "\"",
                "say how many times likelier it makes the issue, for example 20");
        return 1;
    }
}
