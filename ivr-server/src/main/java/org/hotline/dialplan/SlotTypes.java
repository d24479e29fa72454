package org.hotline.dialplan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.SlotType;

/** Kinds of values as plans write them: {@code digits(8)}, {@code digits(4..6)}, {@code amount(USD)}, {@code one-of(red, blue)}. */
final class SlotTypes {
    static final String KNOWN = "known are digits(8), digits(4..6), yes-no, amount(USD), date and one-of(red, blue)";
    static final String KNOWN_COLUMNS = "known are digits, count, amount(USD), date, text(red, blue) and names";

    private static final Pattern SHAPE = Pattern.compile("([a-z-]+)(?:\\((.*)\\))?");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?:\\.\\.([0-9]{1,2}))?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private SlotTypes() {}

    /** What {@code collect ... as} may say. */
    static Optional<SlotType> slot(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String inside = Optional.ofNullable(shape.group(2)).orElse("");
        return switch (shape.group(1)) {
            case "digits" -> digits(inside);
            case "yes-no" -> Optional.of(new SlotType.YesNo());
            case "amount" -> currency(inside).map(SlotType.Amount::new);
            case "date" -> Optional.of(new SlotType.Date());
            case "one-of" -> options(inside).map(SlotType.OneOf::new);
            default -> Optional.empty();
        };
    }

    /** What a lookup's value may be. */
    static Optional<Query.Column> column(String column, String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String inside = Optional.ofNullable(shape.group(2)).orElse("");
        return switch (shape.group(1)) {
            case "digits" -> Optional.of(new Query.Column.Digits(column));
            case "count" -> Optional.of(new Query.Column.Count(column));
            case "amount" -> currency(inside).map(currency -> new Query.Column.Amount(column, currency));
            case "date" -> Optional.of(new Query.Column.Date(column));
            case "names" -> Optional.of(new Query.Column.Names(column));
            case "text" -> options(inside).map(texts -> new Query.Column.Text(column, texts));
            default -> Optional.empty();
        };
    }

    private static Optional<SlotType> digits(String inside) {
        Matcher range = RANGE.matcher(inside.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        int least = Integer.parseInt(range.group(1));
        int most = Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(least);
        return least >= 1 && most >= least ? Optional.of(new SlotType.Digits(least, most)) : Optional.empty();
    }

    private static Optional<String> currency(String inside) {
        return Optional.of(inside.strip()).filter(code -> CURRENCY.matcher(code).matches());
    }

    private static Optional<List<String>> options(String inside) {
        List<String> options = Arrays.stream(inside.split(",", -1))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList();
        return options.isEmpty() ? Optional.empty() : Optional.of(options);
    }
}
