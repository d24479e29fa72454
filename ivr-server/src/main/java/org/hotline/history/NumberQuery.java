package org.hotline.history;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How calls are found by a number somebody typed: the calling number begins or ends with it, or the dialled number is it.
 * Only letters and digits count, and not what leads to the number from elsewhere: {@code +86}, {@code +}, {@code 00} or a
 * {@code 0} in front. Fewer than {@link #SHORTEST} of them have to be the whole number.
 *
 * @param head as the beginning, without what leads to it; at least one letter or digit
 * @param tail as the end, as it was typed
 */
public record NumberQuery(String head, String tail) {
    /** So many letters and digits, and a part of a number is enough. */
    public static final int SHORTEST = 3;

    private static final Pattern SILENT = Pattern.compile("[^a-z0-9+]");
    private static final Pattern WAY_IN = Pattern.compile("^(\\+86|0086|\\+|00|0)");

    /** Empty if nothing was typed that could be part of a number. */
    public static Optional<NumberQuery> of(String typed) {
        NumberQuery query = new NumberQuery(head(typed), tail(typed));
        return query.head.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** The beginning of a number, without what leads to it. */
    public static String head(String number) {
        return WAY_IN.matcher(audible(number)).replaceFirst("").replace("+", "");
    }

    /** The whole of a number. */
    public static String tail(String number) {
        return audible(number).replace("+", "");
    }

    private static String audible(String number) {
        return SILENT.matcher(number.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** True if a number that begins like this is enough. */
    public boolean isBeginning() {
        return head.length() >= SHORTEST;
    }

    /** True if a number that ends like this is enough. */
    public boolean isEnd() {
        return tail.length() >= SHORTEST;
    }

    /** Whether a call from and to these numbers is meant. */
    public boolean fits(String calling, String dialled) {
        return head(dialled).equals(head)
                || head(calling).equals(head)
                || (isBeginning() && head(calling).startsWith(head))
                || (isEnd() && tail(calling).endsWith(tail));
    }
}
