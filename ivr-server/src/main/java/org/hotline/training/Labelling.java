package org.hotline.training;

import java.util.List;
import java.util.Optional;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/** Turns labels into changes of a draft, one after the other. One thread. */
final class Labelling {
    private Syllabus draft;
    private boolean changed;

    Labelling(Syllabus draft) {
        this.draft = draft;
    }

    /** The draft with all labels; nothing if it is as it was. */
    Optional<Syllabus> changed() {
        return changed ? Optional.of(draft) : Optional.empty();
    }

    /** @return whether the words are new there */
    boolean teach(Language language, String text, Label label) {
        return switch (label) {
            case Label.About about -> add(about.issue(), language, text);
            case Label.None none -> none == Label.None.NOISE && addStranger(language, text);
        };
    }

    void forget(Utterance utterance, Labels.Given given) {
        if (!given.taught()) {
            return;
        }
        switch (given.label()) {
            case Label.About about -> {
                if (draft.tree().issues().containsKey(about.issue())) {
                    apply(new Edit.RemoveUtterance(about.issue(), utterance.language(), utterance.text()));
                }
            }
            case Label.None none -> apply(new Edit.RemoveStranger(utterance.language(), utterance.text()));
        }
    }

    /** Words that another issue has go over to this one: one sentence cannot teach two. */
    private boolean add(String issue, Language language, String text) {
        Optional<String> owner = owner(language, text);
        owner.filter(other -> !other.equals(issue))
                .ifPresent(other -> apply(new Edit.RemoveUtterance(other, language, text)));
        apply(new Edit.AddUtterance(issue, language, text));
        return !owner.equals(Optional.of(issue));
    }

    private boolean addStranger(Language language, String text) {
        int known = draft.strangers(language).size();
        apply(new Edit.AddStranger(language, text));
        return draft.strangers(language).size() > known;
    }

    private Optional<String> owner(Language language, String text) {
        String said = Utterances.normalised(language, text);
        return draft.tree().issues().values().stream()
                .filter(issue -> issue.utterances().in(language, List.of()).stream()
                        .anyMatch(
                                known -> Utterances.normalised(language, known).equals(said)))
                .map(Issue::name)
                .findFirst();
    }

    private void apply(Edit edit) {
        draft = Editing.apply(draft, edit);
        changed = true;
    }
}
