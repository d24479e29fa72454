package org.hotline.understanding;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/** One form for texts that are said alike. */
public final class Utterances {
    private static final Pattern NOT_SPOKEN = Pattern.compile("[^\\p{L}\\p{N}']+");

    private Utterances() {}

    /** Lower case, without punctuation, words separated by one blank; Mandarin without blanks. */
    public static String normalised(Language language, String text) {
        String spoken = NOT_SPOKEN
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return switch (language) {
            case ENGLISH -> spoken;
            case MANDARIN -> spoken.replace(" ", "");
        };
    }
}
