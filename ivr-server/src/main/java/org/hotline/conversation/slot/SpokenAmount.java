package org.hotline.conversation.slot;

import java.util.Optional;
import org.hotline.speech.Language;

/** Amounts of money as people say them; also as typed. */
public final class SpokenAmount {
    private SpokenAmount() {}

    /**
     * The amount in what was heard, in hundredths (cents, fen): {@code "twelve fifty"} and {@code 十二块五} are 1250,
     * {@code "a hundred and ten dollars"} is 11000, {@code 一百二} is 12000. A pair without a currency is a price with
     * cents; with one it counts hundreds: {@code "two fifty"} is 250, {@code "two fifty dollars"} is 25000.
     *
     * @param text words separated by blanks, lower case; Mandarin with or without blanks
     * @return nothing if no amount was said, or several, or one that is not exact ({@code 十几块})
     */
    public static Optional<Long> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> EnglishAmount.read(text);
            case MANDARIN -> MandarinAmount.read(text);
        };
    }
}
