package org.hotline.conversation.slot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What was heard, cut up: English into words, Mandarin into characters. */
final class Words {
    private Words() {}

    /** Lower-case words; hyphens part words, other punctuation but that inside numbers is dropped. */
    static List<String> english(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT)
                        .replace('-', ' ')
                        .replaceAll("[^a-z0-9.'$ ]|\\.(?![0-9])", " ")
                        .strip()
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The characters without blanks and punctuation, full-width digits made plain. */
    static String mandarin(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else if (Character.isLetter(point) || point == '〇' || point == '.') {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /**
     * The one stretch of words that belong to a value, from the first to the last {@code core} word, with the {@code
     * links} between them and an article before them; nothing if there is none, or if other words lie between: then it is
     * not sure which was meant.
     */
    static Optional<List<String>> stretch(List<String> words, Predicate<String> core, Predicate<String> links) {
        int first = 0;
        while (first < words.size() && !core.test(words.get(first))) {
            first++;
        }
        int end = words.size();
        while (end > first && !core.test(words.get(end - 1))) {
            end--;
        }
        if (first == end || !words.subList(first, end).stream().allMatch(core.or(links))) {
            return Optional.empty();
        }
        boolean article = first > 0 && words.get(first - 1).equals("a");
        return Optional.of(words.subList(article ? first - 1 : first, end));
    }
}
