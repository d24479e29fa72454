package org.hotline.conversation.slot;

import java.util.ArrayList;
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
        List<Stretch> all = stretches(words, core, links);
        return all.size() == 1 ? Optional.of(all.getFirst().words()) : Optional.empty();
    }

    /** All stretches of words that belong to values, in order. */
    static List<Stretch> stretches(List<String> words, Predicate<String> core, Predicate<String> links) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            if (core.test(words.get(at))) {
                int end = end(words, at, core, links);
                boolean article = at > 0 && words.get(at - 1).equals("a");
                stretches.add(new Stretch(words.subList(article ? at - 1 : at, end), article ? at - 1 : at, end));
                at = end;
            } else {
                at++;
            }
        }
        return stretches;
    }

    /** After the last core word that only links part from those before. */
    private static int end(List<String> words, int first, Predicate<String> core, Predicate<String> links) {
        int end = first + 1;
        for (int at = end; at < words.size() && core.or(links).test(words.get(at)); at++) {
            end = core.test(words.get(at)) ? at + 1 : end;
        }
        return end;
    }

    /**
     * Words that belong to a value.
     *
     * @param from the place of the first of them
     * @param to the place after the last
     */
    record Stretch(List<String> words, int from, int to) {}
}
