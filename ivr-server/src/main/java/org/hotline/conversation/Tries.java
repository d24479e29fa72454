package org.hotline.conversation;

import java.util.List;
import java.util.Optional;
import org.hotline.conversation.plan.Attempts;
import org.hotline.conversation.plan.Wording;

/** Counts the attempts at one question: the place in each list is the attempt. */
final class Tries {
    private final Attempts attempts;
    private int silences;
    private int misunderstandings;

    Tries(Attempts attempts) {
        this.attempts = attempts;
    }

    /** What to say after one more no-input; nothing when it is time to give up. */
    Optional<Wording> afterSilence() {
        return at(attempts.noInput(), silences++);
    }

    /** What to say after one more no-match; nothing when it is time to give up. */
    Optional<Wording> afterNoMatch() {
        return at(attempts.noMatch(), misunderstandings++);
    }

    private static Optional<Wording> at(List<Wording> wordings, int attempt) {
        return attempt < wordings.size() ? Optional.of(wordings.get(attempt)) : Optional.empty();
    }
}
