package org.hotline.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * All words that a syllabus teaches something about. A label whose words are not among them any more (their issue was removed, the
 * draft begun anew) has come to nothing: what it was given to is open again.
 */
final class Taught {
    private final Map<Language, Set<String>> words = new HashMap<>();

    Taught(Syllabus syllabus) {
        for (Language language : Language.values()) {
            Set<String> known = words.computeIfAbsent(language, any -> new HashSet<>());
            for (Issue issue : syllabus.tree().issues().values()) {
                add(language, issue.said(language), known);
            }
            add(language, syllabus.strangers(language), known);
        }
    }

    private static void add(Language language, List<String> texts, Set<String> known) {
        texts.forEach(text -> known.add(Utterances.normalised(language, text)));
    }

    /** Whether what was said is still what the label says, or is not to be taught at all. */
    boolean stands(Utterance said, Label label) {
        return switch (label) {
            case Label.About about -> has(said);
            case Label.None none -> none != Label.None.NOISE || has(said);
        };
    }

    private boolean has(Utterance said) {
        String spoken = Utterances.normalised(said.language(), said.text());
        return spoken.isEmpty() || words.getOrDefault(said.language(), Set.of()).contains(spoken);
    }
}
