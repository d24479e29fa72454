package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * What a text is made of, in kinds that are weighed against one another. English: words and pairs of neighbours; 2 to 5
 * characters of a word, which bear a misheard ending; pairs of words anywhere in the text. Mandarin: 1 to 3 characters
 * without blanks, because recognizers cut words differently. Both: the same over {@link SameWords}.
 */
final class Grams implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The n-grams of one kind, with repetitions.
     *
     * @param weight of the kind as a whole
     */
    record Kind(double weight, List<String> grams) {}

    private final Language language;
    private final SameWords sameWords;

    Grams(Language language) {
        this.language = language;
        this.sameWords = new SameWords(language);
    }

    /** Always the same kinds in the same order. */
    List<Kind> of(String text) {
        String spoken = Utterances.normalised(language, text);
        List<String> meant = sameWords.in(spoken);
        List<Kind> kinds = new ArrayList<>();
        switch (language) {
            case ENGLISH -> {
                List<String> words = List.of(spoken.split(" ", -1));
                kinds.add(new Kind(0.8, neighbours(words)));
                kinds.add(new Kind(1, parts(words)));
                kinds.add(new Kind(0.5, pairs(words)));
            }
            case MANDARIN -> {
                kinds.add(new Kind(1, characters(spoken, 1, 3)));
            }
        }
        kinds.add(new Kind(1, neighbours(meant)));
        kinds.add(new Kind(0.6, pairs(meant)));
        return kinds;
    }

    private static List<String> neighbours(List<String> words) {
        List<String> grams = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            grams.add(words.get(i - 1) + " " + words.get(i));
        }
        return grams;
    }

    private static List<String> pairs(List<String> words) {
        List<String> sorted = List.copyOf(new TreeSet<>(words));
        List<String> grams = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                grams.add(sorted.get(i) + " " + sorted.get(j));
            }
        }
        return grams;
    }

    private static List<String> parts(List<String> words) {
        List<String> grams = new ArrayList<>();
        words.forEach(word -> grams.addAll(characters(" " + word + " ", 2, 5)));
        return grams;
    }

    private static List<String> characters(String text, int least, int most) {
        List<String> grams = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            for (int length = least; length <= most && from + length <= text.length(); length++) {
                grams.add(text.substring(from, from + length));
            }
        }
        return grams;
    }
}
