package org.hotline.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.speech.Language;

/**
 * A problem that callers have and that a hotline answers in one way: a leaf of the tree.
 *
 * @param name unique in the tree, lower case with dashes
 * @param path the names of the groups it is in, outermost first; empty at the root
 * @param called how to name it to the caller, fit for "Is it about ...?": "a parcel that is late"
 * @param utterances how callers say it
 * @param facets which choices of a facet fit it, by the facet's name; a facet that is not named fits with any choice
 * @param outcome what is done about it
 * @param trust the most that a trust score may decide on its behalf
 * @param priority 0 (usual) to 9 (an emergency): how much a wrong turn costs the caller, and the place in the queue
 * @param inForce when it exists
 */
public record Issue(
        String name,
        List<String> path,
        InLanguages<String> called,
        InLanguages<List<String>> utterances,
        Map<String, Set<String>> facets,
        Outcome outcome,
        Trust trust,
        int priority,
        InForce inForce) {

    /** The same in other groups. */
    public Issue placed(List<String> groups) {
        return new Issue(name, List.copyOf(groups), called, utterances, facets, outcome, trust, priority, inForce);
    }

    /** The same, said otherwise in one language; in none if there is no utterance. */
    public Issue said(Language language, List<String> texts) {
        Map<Language, List<String>> all = new LinkedHashMap<>(utterances.by());
        all.put(language, List.copyOf(texts));
        if (texts.isEmpty()) {
            all.remove(language);
        }
        return new Issue(name, path, called, new InLanguages<>(all), facets, outcome, trust, priority, inForce);
    }

    /** The same, with other facets' choices. */
    public Issue fitting(Map<String, Set<String>> choices) {
        return new Issue(name, path, called, utterances, choices, outcome, trust, priority, inForce);
    }

    /** How callers say it in a language. */
    public List<String> said(Language language) {
        return utterances.in(language, List.of());
    }

    /** Whether a choice of a facet may be right for this issue. */
    public boolean fits(String facet, String choice) {
        Set<String> fitting = facets.get(facet);
        return fitting == null || fitting.contains(choice);
    }
}
