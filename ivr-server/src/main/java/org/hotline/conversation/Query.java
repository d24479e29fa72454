package org.hotline.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something a plan may look up or do in the business's tables, as declared beside the plan.
 *
 * @param name what the plan calls it
 * @param parameters their names, in order
 * @param does what the statement may do
 * @param sql one statement with {@code :parameter} names
 * @param outcome the column whose text is the outcome's name; without one the outcome is {@code found}
 * @param outcomes the outcomes that can come, besides {@link #nothing} and {@code unavailable}
 * @param values the slots that an answer fills, by slot name
 */
public record Query(
        String name,
        List<String> parameters,
        Does does,
        String sql,
        Optional<String> outcome,
        List<String> outcomes,
        Map<String, Column> values) {

    /** What a statement may do. */
    public enum Does {
        /** One SELECT, in a transaction that can only read. */
        READ,
        /** One INSERT or UPDATE of some rows, or of none; it holds {@code :once} and so happens once a call. */
        CHANGE
    }

    /** The outcome of a query without an outcome column. */
    public static final String FOUND = "found";

    /** The outcome of a change that was made. */
    public static final String DONE = "done";

    /** The outcome of a change that fitted no row, or was made before. */
    public static final String UNCHANGED = "unchanged";

    /** The parameter of a change that names it: the same change in the same call has the same name. */
    public static final String ONCE = "once";

    /** No such thing. */
    public static final String UNKNOWN = "unknown";

    /** It could not be asked just now. */
    public static final String UNAVAILABLE = "unavailable";

    /** What a column holds, and so how it is said. */
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
            case READ -> UNKNOWN;
            case CHANGE -> UNCHANGED;
        };
    }

    Set<String> spokenTexts() {
        Set<String> texts = new TreeSet<>();
        for (Column column : values.values()) {
            if (column instanceof Column.Text text) {
                texts.addAll(text.texts());
            }
        }
        return texts;
    }
}
