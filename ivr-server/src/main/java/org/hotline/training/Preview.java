package org.hotline.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * What an edit moves.
 *
 * @param moved how many utterances go from an issue to another: "parcel-late -> parcel-lost"; an empty name for none
 */
public record Preview(Map<Way, Integer> moved) {
    /** From an issue to another; empty for none. */
    public record Way(String from, String to) {}

    static Preview of(Syllabus before, Syllabus after) {
        Map<Way, Integer> moved = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Map<String, String> was = owners(before, language);
            Map<String, String> is = owners(after, language);
            was.forEach((text, owner) -> count(moved, owner, is.getOrDefault(text, "")));
            is.forEach((text, owner) -> {
                if (!was.containsKey(text)) {
                    count(moved, "", owner);
                }
            });
        }
        return new Preview(moved);
    }

    private static void count(Map<Way, Integer> moved, String from, String to) {
        if (!from.equals(to)) {
            moved.merge(new Way(from, to), 1, Integer::sum);
        }
    }

    private static Map<String, String> owners(Syllabus syllabus, Language language) {
        Map<String, String> owners = new LinkedHashMap<>();
        syllabus.tree()
                .issues()
                .values()
                .forEach(issue -> issue.utterances()
                        .in(language, List.of())
                        .forEach(text -> owners.put(Utterances.normalised(language, text), issue.name())));
        return owners;
    }
}
