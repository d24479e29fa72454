package org.hotline.conversation;

import java.util.Optional;
import org.hotline.conversation.plan.Scale;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.slot.SpokenScore;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/** The verb survey: one question about the call, asked once, of callers who did not need a person. */
final class Surveying {
    private final Talk talk;
    private final Step.Survey step;

    Surveying(Talk talk, Step.Survey step) {
        this.talk = talk;
        this.step = step;
    }

    Next perform() {
        boolean wanted = !talk.notes().neededAPerson()
                && !talk.notes().slots().containsKey(step.scale().kind());
        return wanted ? ask() : new Next.Go(step.then());
    }

    private Next ask() {
        Talk.Question question = talk.ask(step, talk.prompt(step.ask()), listening());
        if (talk.isAngry(question.input(), false)) {
            return talk.putThrough(question);
        }
        Optional<Integer> score = step.scale().in(question.input(), language());
        Optional<Aside> aside = aside(question.input(), score);
        talk.note(
                question,
                score.map(found -> step.scale().kind()).or(() -> aside.map(Aside::meaning)),
                score.isPresent() || aside.isPresent() ? 1 : 0);
        score.ifPresent(this::rate);
        return aside.flatMap(Aside::next).orElse(new Next.Go(step.then()));
    }

    private void rate(int score) {
        talk.notes().fill(step.scale().kind(), new Piece.Count(score));
        talk.notes().rated(step.scale(), score);
    }

    /** What is said with a score is mostly the reason for it. */
    private Optional<Aside> aside(Input input, Optional<Integer> score) {
        Asides asides = new Asides(talk, step);
        Optional<Aside> problem = Asides.words(input)
                .filter(words -> score.isEmpty() || asides.adds(words))
                .flatMap(words -> asides.problem(asides.triage().flatMap(triage -> triage.surely(words))));
        return score.isPresent()
                ? problem
                : asides.person(input)
                        .or(() -> Asides.words(input).flatMap(asides::takenBack))
                        .or(() -> problem);
    }

    private Listening listening() {
        Scale scale = step.scale();
        return new Listening(
                EndpointRules.closed(text -> SpokenScore.read(language(), text, scale.least(), scale.most())
                        .isPresent()),
                talk.plan().withOperatorWords(SpokenScore.phrases(language(), scale.least(), scale.most())),
                new Listening.Keying(scale.most() > 9 ? 2 : 1, Listening.Keying.PAUSE, false),
                Prompt.NOTHING);
    }

    private Language language() {
        return talk.plan().language();
    }
}
