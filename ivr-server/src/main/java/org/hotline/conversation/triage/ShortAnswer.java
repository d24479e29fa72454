package org.hotline.conversation.triage;

import java.util.Optional;
import org.hotline.conversation.slot.YesNo;
import org.hotline.speech.Language;

/**
 * A yes or no, and whether more is told with it: "no, my refund".
 *
 * @param yes nothing if it is neither
 * @param tells whether there are more words than a bare answer has
 */
record ShortAnswer(Optional<Boolean> yes, boolean tells) {
    /** Words beyond a bare no may say what it is instead. */
    private static final int TELLING_WORDS = 4;

    private static final int TELLING_CHARACTERS = 6;

    /** A long answer says yes or no with its first word, if at all: "my parcel has not arrived" refuses nothing. */
    static ShortAnswer of(Language language, String text) {
        boolean tells = tells(language, text);
        return new ShortAnswer(YesNo.read(language, tells ? beginning(language, text) : text), tells);
    }

    boolean isNo() {
        return yes.filter(said -> !said).isPresent();
    }

    private static boolean tells(Language language, String text) {
        return switch (language) {
            case ENGLISH -> text.split(" ", -1).length >= TELLING_WORDS;
            case MANDARIN -> text.replace(" ", "").length() >= TELLING_CHARACTERS;
        };
    }

    private static String beginning(Language language, String text) {
        return switch (language) {
            case ENGLISH -> text.split(" ", -1)[0];
            case MANDARIN -> text.replace(" ", "").substring(0, 2);
        };
    }
}
