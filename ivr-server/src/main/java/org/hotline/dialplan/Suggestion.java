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
                .filter(name -> org.hotline.yaml.Suggestion.distance(name, written) <= near)
                .min(Comparator.comparingInt(name -> org.hotline.yaml.Suggestion.distance(name, written)));
    }
}
