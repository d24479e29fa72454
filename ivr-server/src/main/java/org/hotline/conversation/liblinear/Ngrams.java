package org.hotline.conversation.liblinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/**
 * The n-grams of an utterance. English: words and pairs of words, and 2 to 5 characters within the text, which bear a
 * misheard ending. Mandarin: 1 to 3 characters without blanks, because recognizers cut words differently.
 */
final class Ngrams {
    private static final Pattern NOT_SPOKEN = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final Language language;

    Ngrams(Language language) {
        this.language = language;
    }

    /** Lower case, words separated by one blank; Mandarin without blanks. */
    String normalised(String text) {
        String spoken = NOT_SPOKEN
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return switch (language) {
            case ENGLISH -> spoken;
            case MANDARIN -> spoken.replace(" ", "");
        };
    }

    /** All n-grams, with repetitions; each kind has its own prefix. */
    List<String> of(String text) {
        String spoken = normalised(text);
        List<String> grams = new ArrayList<>();
        switch (language) {
            case ENGLISH -> {
                addWords(spoken, grams);
                addCharacters(" " + spoken + " ", 2, 5, grams);
            }
            case MANDARIN -> addCharacters(spoken, 1, 3, grams);
        }
        return grams;
    }

    private static void addWords(String spoken, List<String> grams) {
        String[] words = spoken.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            grams.add("w:" + words[i]);
            if (i > 0) {
                grams.add("w:" + words[i - 1] + " " + words[i]);
            }
        }
    }

    private static void addCharacters(String spoken, int least, int most, List<String> grams) {
        for (int from = 0; from < spoken.length(); from++) {
            for (int length = least; length <= most && from + length <= spoken.length(); length++) {
                grams.add("c:" + spoken.substring(from, from + length));
            }
        }
    }
}
