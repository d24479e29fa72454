package org.hotline.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean ...?" */
public final class Suggestion {
    private Suggestion() {}

    /** The known word that is nearest to what was written, if one is near: at most two letters or a third of them differ. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(word.length() > 3 ? 2 : 1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** A suggestion as words for a complaint: the nearest, else all that are known. */
    public static String among(Collection<String> known, String written) {
        return nearest(written, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "known are " + String.join(", ", known));
    }

    /** Levenshtein's distance: letters to add, drop or change. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
