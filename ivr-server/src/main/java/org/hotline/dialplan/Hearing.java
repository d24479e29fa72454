package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** What of a phrase a recognizer can never hear. */
record Hearing(Recognizer recognizer, Language language) {
    private static final int LONGEST_WORD = 8;

    /** What to say about a phrase that has such words; nothing if it has none, or if there is no model for the language. */
    Optional<Complaint> complaint(String what, String phrase, Place place) {
        Set<String> unheard = recognizer.languages().contains(language) ? unheard(phrase) : Set.of();
        return unheard.isEmpty()
                ? Optional.empty()
                : Optional.of(new Complaint(
                        place,
                        what + " has \"" + phrase + "\", of which the installed model cannot hear: "
                                + String.join(", ", new TreeSet<>(unheard)),
                        "say it in other words"));
    }

    /** The words that are not in its vocabulary; for Mandarin written without blanks, the characters that no word covers. */
    Set<String> unheard(String phrase) {
        return language == Language.MANDARIN && !phrase.contains(" ")
                ? uncovered(phrase)
                : recognizer.unknownWords(language, List.of(phrase));
    }

    /** Cuts the text into known words from the left, as far as that goes on any way. */
    private Set<String> uncovered(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(text.length(), from + LONGEST_WORD); to++) {
                pieces.add(text.substring(from, to));
            }
        }
        Set<String> unknown = recognizer.unknownWords(language, pieces);
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        int farthest = 0;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; reached[from] && to <= Math.min(text.length(), from + LONGEST_WORD); to++) {
                if (!unknown.contains(text.substring(from, to))) {
                    reached[to] = true;
                    farthest = Math.max(farthest, to);
                }
            }
        }
        Set<String> uncovered = new LinkedHashSet<>();
        if (farthest < text.length()) {
            uncovered.add(text.substring(farthest, farthest + 1));
        }
        return uncovered;
    }
}
