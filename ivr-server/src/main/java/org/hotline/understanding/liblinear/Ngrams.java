package org.hotline.understanding.liblinear;

import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * The n-grams of an utterance. English: words and pairs of words, and 2 to 5 characters within the text, which bear a
 * misheard ending. Mandarin: 1 to 3 characters without blanks, because recognizers cut words differently.
 */
final class Ngrams {
    private final Language language;

    Ngrams(Language language) {
        this.language = language;
    }

    /** All n-grams, with repetitions; each kind has its own prefix. */
    List<String> of(String text) {
        String spoken = Utterances.normalised(language, text);
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
