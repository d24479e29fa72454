package org.hotline.conversation;

import java.util.Optional;
import org.hotline.conversation.plan.Step;
import org.hotline.speech.Piece;

/** A value to collect that a look-up of the caller has found: taken if the caller agrees to it, or agreed to the guess it is part of. */
record KnownAlready(Talk talk, Step.Collect step) {
    /** The way on with it; nothing if it must be asked for. */
    Optional<Next> next() {
        return step.known()
                .filter(known -> talk.notes().mayGuess())
                .flatMap(known -> talk.value(known.slot()).flatMap(value -> take(known, value)));
    }

    private Optional<Next> take(Step.KnownValue known, Piece value) {
        Agreement.Answer agreed = talk.notes().hasAgreedToGuess()
                ? new Agreement.Answer.Yes()
                : new Agreement(talk, step).ask(talk.prompt(known.ask()));
        return switch (agreed) {
            case Agreement.Answer.Yes yes -> {
                talk.notes().fill(step.slot(), value);
                talk.notes().takesGuess();
                talk.notes().collected(step);
                yield Optional.of(new Next.Go(step.then()));
            }
            case Agreement.Answer.Elsewhere elsewhere -> Optional.of(elsewhere.next());
            case Agreement.Answer.No no -> refused();
            case Agreement.Answer.Instead instead -> refused();
            case Agreement.Answer.Unclear unclear -> refused();
        };
    }

    private Optional<Next> refused() {
        talk.notes().answersGuess(false);
        return Optional.empty();
    }
}
