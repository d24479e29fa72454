package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import org.hotline.speech.Language;

/**
 * Values said among other things: "my parcel is late, the order number is one two three four". Stricter than the answer to a question
 * for the value: an amount needs its currency, and what counts something ("two weeks", 三天) is no number.
 */
public final class SaidInPassing {
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
}
