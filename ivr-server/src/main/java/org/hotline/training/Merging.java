package org.hotline.training;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.issue.Clue;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;

/** Makes one issue of two. Pure. */
final class Merging {
    private Merging() {}

    /** {@code into} with the utterances of {@code other}. */
    static Issue of(Issue into, Issue other) {
        Issue both = into;
        for (Language language : Language.values()) {
            List<String> either = Sayings.and(language, both.said(language), other.said(language));
            both = both.said(language, either);
        }
        return both.fitting(choices(into, other));
    }

    /** A facet's choice fits the merged issue if it fitted either; a facet that one of them did not name fits any way. */
    private static Map<String, Set<String>> choices(Issue into, Issue other) {
        Map<String, Set<String>> facets = new LinkedHashMap<>();
        into.facets().forEach((facet, choices) -> {
            Set<String> others = other.facets().get(facet);
            if (others != null) {
                Set<String> either = new LinkedHashSet<>(choices);
                either.addAll(others);
                facets.put(facet, either);
            }
        });
        return facets;
    }

    /** What spoke for an issue that is gone speaks for the one it was merged into. */
    static Map<String, Clue> clues(Map<String, Clue> before, Set<String> gone, String into) {
        Map<String, Clue> clues = new LinkedHashMap<>();
        before.forEach((name, clue) -> {
            Map<String, Double> weights = new LinkedHashMap<>();
            clue.speaksFor()
                    .forEach((issue, weight) -> weights.merge(gone.contains(issue) ? into : issue, weight, Math::max));
            clues.put(name, clue.speakingFor(weights));
        });
        return clues;
    }
}
