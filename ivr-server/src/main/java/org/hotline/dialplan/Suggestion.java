package org.hotline.dialplan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean ...?": the known name that is nearest to an unknown one. */
final class Suggestion {
    private Suggestion() {}

    /** A suggestion, as a sentence; the known names themselves if none is near. */
    static String among(Collection<String> known, String written) {
        return nearest(known, written)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "known are " + String.join(", ", known));
    }

    private static Optional<String> nearest(Collection<String> known, String written) {
        int near = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(name -> distance(name, written) <= near)
                .min(Comparator.comparingInt(name -> distance(name, written)));
    }

    /** Levenshtein's distance: letters to insert, delete or change. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
