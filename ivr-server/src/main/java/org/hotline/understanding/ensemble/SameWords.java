package org.hotline.understanding.ensemble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hotline.speech.Language;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Words that callers use for the same thing ({@code same-words-*.txt}). A few hundred examples cannot teach that "money
 * back" is a refund; a list can.
 */
final class SameWords implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int WORDS = 3;
    private static final int CHARACTERS = 6;

    /** Words that say little about what is wanted. */
    private static final Set<String> EMPTY =
            Set.of(("a an the i my to is it do for of on in and be are am was were will would"
                            + " has had have that this with at by me you your please so just there if as from or been being its it's"
                            + " i'm i've some any but can could should what which did does")
                    .split(" "));

    private final Language language;

    @SuppressWarnings("serial") // the collections of the JDK are serializable
    private final Map<String, String> groups = new HashMap<>();

    SameWords(Language language) {
        this.language = language;
        String file = "/org/hotline/understanding/same-words-" + language.tag() + ".txt";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SameWords.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A word that is in two groups belongs to the first. */
    private void add(String line) {
        List<String> words = List.of(line.split(",\\s*"));
        words.forEach(word -> groups.putIfAbsent(word, "=" + words.getFirst()));
    }

    /** The text as names of groups, longest phrases first, and stems of the other words; words that say little are left out. */
    List<String> in(String normalised) {
        return switch (language) {
            case ENGLISH -> english(normalised.split(" ", -1));
            case MANDARIN -> mandarin(normalised);
        };
    }

    private List<String> english(String[] words) {
        EnglishStemmer stemmer = new EnglishStemmer();
        List<String> said = new ArrayList<>();
        int at = 0;
        while (at < words.length) {
            int length = Math.min(WORDS, words.length - at);
            while (length > 1 && !groups.containsKey(phrase(words, at, length))) {
                length--;
            }
            String phrase = phrase(words, at, length);
            if (groups.containsKey(phrase)) {
                said.add(groups.get(phrase));
            } else if (!EMPTY.contains(phrase)) {
                stemmer.setCurrent(phrase);
                stemmer.stem();
                said.add(stemmer.getCurrent());
            }
            at += length;
        }
        return said;
    }

    private static String phrase(String[] words, int from, int length) {
        return String.join(" ", Arrays.asList(words).subList(from, from + length));
    }

    private List<String> mandarin(String text) {
        List<String> said = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int length = Math.min(CHARACTERS, text.length() - at);
            while (length > 1 && !groups.containsKey(text.substring(at, at + length))) {
                length--;
            }
            String word = text.substring(at, at + length);
            said.add(groups.getOrDefault(word, word));
            at += length;
        }
        return said;
    }
}
