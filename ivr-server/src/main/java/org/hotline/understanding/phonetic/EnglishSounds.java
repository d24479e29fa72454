package org.hotline.understanding.phonetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * English words by their consonants (Philips, "The Double Metaphone Search Algorithm", 2000): "parcel" and "partial" become
 * {@code prsl} and {@code prxl}. Vowels, which accents and telephones change most, fall away; a word that begins with one
 * begins with {@code a}.
 */
final class EnglishSounds {
    private static final int LENGTH = 6;

    private EnglishSounds() {}

    static String of(String spoken) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LENGTH);
        List<String> sounds = new ArrayList<>();
        for (String word : spoken.split(" ", -1)) {
            String sound = metaphone.doubleMetaphone(word);
            if (sound != null && !sound.isEmpty()) {
                sounds.add(sound.toLowerCase(Locale.ROOT));
            }
        }
        return String.join(" ", sounds);
    }
}
