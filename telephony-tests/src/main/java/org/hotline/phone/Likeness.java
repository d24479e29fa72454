package org.hotline.phone;

import java.util.List;
import java.util.Locale;
import org.hotline.speech.Language;

/** How much of a sentence was heard, when ears are imperfect. */
final class Likeness {
    private Likeness() {}

    /** The share (0 to 1) of the expected words, or characters in Mandarin, that were heard in this order. */
    static double of(Language language, String expected, String heard) {
        return in(units(language, expected), units(language, heard)).share();
    }

    /**
     * How much was heard, and where.
     *
     * @param share 0 to 1
     * @param end how many units of what was heard lead up to the end of it
     */
    record Match(double share, int end) {}

    /** What of {@code want} is in {@code got}. */
    static Match in(List<String> want, List<String> got) {
        int[] lengths = commonSubsequences(want, got);
        int longest = lengths[got.size()];
        int end = 0;
        while (lengths[end] < longest) {
            end++;
        }
        return new Match(want.isEmpty() ? 1 : (double) longest / want.size(), end);
    }

    /** Words, or characters in Mandarin, without punctuation. */
    static List<String> units(Language language, String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", " ");
        return switch (language) {
            case ENGLISH -> plain.isBlank() ? List.of() : List.of(plain.strip().split("\\s+", -1));
            case MANDARIN ->
                plain.replace(" ", "")
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList();
        };
    }

    /** The length of the longest common subsequence of {@code a} and each beginning of {@code b}. */
    private static int[] commonSubsequences(List<String> a, List<String> b) {
        int[] row = new int[b.size() + 1];
        for (String unit : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.size(); j++) {
                int above = row[j];
                row[j] = unit.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row;
    }
}
