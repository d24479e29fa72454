package org.hotline.conversation;

import java.util.Optional;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Scale;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.slot.SpokenScore;
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
        return talk.notes().neededAPerson() ? new Next.Go(step.then()) : ask();
    }

    private Next ask() {
        Talk.Question question = talk.ask(step, talk.prompt(step.ask()), listening());
        Optional<Integer> score = step.scale().in(question.input(), language());
        if (score.isEmpty() && talk.asksForOperator(question.input())) {
            Dialplan.Operator operator = talk.plan().operator().orElseThrow();
            talk.note(question, Optional.of(operator.intent()), 1);
            return new Next.Go(operator.then());
        }
        talk.note(question, score.map(found -> step.scale().kind()), score.isPresent() ? 1 : 0);
        score.ifPresent(found -> {
            talk.notes().fill(step.scale().kind(), new Piece.Count(found));
            talk.notes().rated(step.scale(), found);
        });
        return new Next.Go(step.then());
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
