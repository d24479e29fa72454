package org.hotline.understanding.phonetic;

import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/** Texts as they sound: what is easily confused on the telephone is written alike. */
public final class Sounds {
    private Sounds() {}

    /** The sounds of a text, in the letters of its language, so that any classifier of texts can learn them. */
    public static String of(Language language, String text) {
        String spoken = Utterances.normalised(language, text);
        return switch (language) {
            case ENGLISH -> EnglishSounds.of(spoken);
            case MANDARIN -> MandarinSounds.of(spoken);
        };
    }
}
