package org.hotline.bench.locate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;
import org.hotline.yaml.Suggestion;

/** How much was misheard: words in English, characters in Mandarin, that were changed, left out or added, of those said. */
final class WordErrors {
    private final Language language;
    private int errors;
    private int said;

    WordErrors(Language language) {
        this.language = language;
    }

    void count(String wasSaid, String wasHeard) {
        Map<String, Character> letters = new HashMap<>();
        String from = spelt(wasSaid, letters);
        errors += Suggestion.distance(from, spelt(wasHeard, letters));
        said += from.length();
    }

    /** A letter for each word, so that a distance of letters is one of words. */
    private String spelt(String text, Map<String, Character> letters) {
        StringBuilder spelling = new StringBuilder();
        for (String unit : units(Utterances.normalised(language, text))) {
            spelling.append(letters.computeIfAbsent(unit, fresh -> (char) letters.size())
                    .charValue());
        }
        return spelling.toString();
    }

    private List<String> units(String text) {
        return switch (language) {
            case ENGLISH -> text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
            case MANDARIN -> text.codePoints().mapToObj(Character::toString).toList();
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% of %d", 100.0 * errors / Math.max(1, said), said);
    }
}
