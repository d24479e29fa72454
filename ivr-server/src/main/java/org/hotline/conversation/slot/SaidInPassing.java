package org.hotline.conversation.slot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/**
 * Values said among other things: "my parcel is late, the order number is one two three four". Stricter than the answer to a question
 * for the value: an amount needs its currency, a day more than its place, and what counts something ("two weeks", 三天) is no number.
 */
public final class SaidInPassing {
    private static final Pattern PLACE = Pattern.compile("\\bthe (?:one|first|second|third|fourth|fifth)\\b(?! of\\b)");

    private SaidInPassing() {}

    /** Every string of digits, in the order said; Mandarin with or without blanks. */
    public static List<String> digits(Language language, String text) {
        return switch (language) {
            case ENGLISH -> EnglishDigits.inPassing(text);
            case MANDARIN -> MandarinDigits.inPassing(text);
        };
    }

    /** The amount in hundredths; nothing if none was said, or several. */
    public static Optional<Long> amount(Language language, String text) {
        List<Long> amounts = switch (language) {
            case ENGLISH -> EnglishAmount.inPassing(text);
            case MANDARIN -> MandarinAmount.inPassing(text);
        };
        return amounts.stream().distinct().count() == 1 ? Optional.of(amounts.getFirst()) : Optional.empty();
    }

    /** The date; nothing if none was said, or several. "The second one" is none. */
    public static Optional<LocalDate> date(Language language, String text, LocalDate today) {
        return SpokenDate.read(
                language, language == Language.ENGLISH ? PLACE.matcher(text).replaceAll(" ") : text, today);
    }
}
