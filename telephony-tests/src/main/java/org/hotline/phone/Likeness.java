package org.hotline.phone;

import java.util.List;
import java.util.Locale;
import org.hotline.speech.Language;

/** How much of a sentence was heard, when ears are imperfect. */
final class Likeness {
    private Likeness() {}

    /** The share (0 to 1) of the expected words, or characters in Mandarin, that were heard in this order. */
    static double of(Language language, String expected, String heard) {
        List<String> want = units(language, expected);
        List<String> got = units(language, heard);
        return want.isEmpty() ? 1 : (double) commonSubsequence(want, got) / want.size();
    }

    private static List<String> units(Language language, String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", " ");
        return switch (language) {
            case ENGLISH -> List.of(plain.strip().split("\\s+", -1));
            case MANDARIN ->
                plain.replace(" ", "")
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList();
        };
    }

    private static int commonSubsequence(List<String> a, List<String> b) {
        int[] row = new int[b.size() + 1];
        for (String unit : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.size(); j++) {
                int above = row[j];
                row[j] = unit.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.size()];
    }
}
