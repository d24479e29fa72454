package org.hotline.conversation.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something a plan may look up or do in the business's own systems, as declared beside the plan.
 *
 * @param plan the plan beside which it is declared
 * @param name what the plan calls it
 * @param parameters their names, in order
 * @param does what it may do there
 * @param source where it is asked, and how
 * @param outcome where the answer names the outcome; without one the outcome is {@code found}
 * @param outcomes the outcomes that can come, besides {@link #nothing} and {@code unavailable}
 * @param values the slots that an answer fills, by slot name
 * @param score how far the caller is trusted, told from the values; its tier is the outcome then
 */
public record Query(
        String plan,
        String name,
        List<String> parameters,
        Does does,
        Source source,
        Optional<String> outcome,
        List<String> outcomes,
        Map<String, Column> values,
        Optional<TrustScore> score) {

    /** What a query may do. */
    public sealed interface Does {
        /** It changes nothing. */
        Does READ = new Read();

        /** A change with no care of its own. */
        Does CHANGE = new Change(List.of(), Optional.empty(), Optional.empty());

        /** Only reads: one SELECT in a transaction that can only read, or a request that changes nothing. */
        record Read() implements Does {}

        /**
         * Changes something: one INSERT or UPDATE of some rows or none, or one request. It carries {@link #ONCE} and so happens
         * once a call.
         *
         * @param oncePer parameters whose values name the thing itself: it is done once for them, whoever calls; empty for once a call
         * @param ifInDoubt the action that calls a person in if nobody can find out whether it was done
         * @param payment if it pays money, how much of that may be paid without a person
         */
        record Change(List<String> oncePer, Optional<String> ifInDoubt, Optional<Payment> payment) implements Does {}

        /**
         * Money paid, and the caps on it, in minor units. Whoever is near a cap gets {@link #OVER_CAP}, and nothing is sent.
         *
         * @param amount the parameter that says how much
         * @param customer the parameter that says to whom
         * @param toOne at most to one customer in thirty days
         * @param aDay at most to all on one day
         * @param inTotal at most to all in thirty days
         */
        record Payment(String amount, String customer, long toOne, long aDay, long inTotal) {}
    }

    /** The outcome of a query without an outcome column. */
    public static final String FOUND = "found";

    /** The outcome of a change that was made. */
    public static final String DONE = "done";

    /** The outcome of a change that fitted no row, or was made before. */
    public static final String UNCHANGED = "unchanged";

    /** The outcome of a change that was not asked for, because too much would be paid. */
    public static final String OVER_CAP = "over-cap";

    /** The parameter of a change that names it: the same change in the same call has the same name. */
    public static final String ONCE = "once";

    /** No such thing. */
    public static final String UNKNOWN = "unknown";

    /** It could not be asked just now. */
    public static final String UNAVAILABLE = "unavailable";

    /** What a part of the answer holds, and so how it is said; {@code column} is a column, or a JSON pointer. */
    public sealed interface Column {
        /** Digits said one by one. */
        record Digits(String column) implements Column {}

        /** A whole number. */
        record Count(String column) implements Column {}

        /** Money in minor units; the currency is fixed. */
        record Amount(String column, String currency) implements Column {}

        record Date(String column) implements Column {}

        /** One of a few texts, all of which can be spoken. */
        record Text(String column, List<String> texts) implements Column {}

        /** Names for the plan to go by, separated by blanks; never said. */
        record Names(String column) implements Column {}

        String column();
    }

    /** The outcome if no row fits: {@code unknown}, or {@code unchanged} for a change. */
    public String nothing() {
        return switch (does) {
            case Does.Read ignored -> UNKNOWN;
            case Does.Change ignored -> UNCHANGED;
        };
    }

    public Set<String> spokenTexts() {
        Set<String> texts = new TreeSet<>();
        for (Column column : values.values()) {
            if (column instanceof Column.Text text) {
                texts.addAll(text.texts());
            }
        }
        return texts;
    }
}
