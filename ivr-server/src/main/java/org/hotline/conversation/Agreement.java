package org.hotline.conversation;

import java.time.Duration;
import java.util.Optional;
import org.hotline.speech.EndpointRules;

/** Reads something back and hears whether it is right, by words or by the keys 1 and 2. */
final class Agreement {
    /** What the caller thinks of it. */
    enum Answer {
        YES,
        NO,
        OPERATOR,
        /** Asked three times, still neither. */
        UNCLEAR
    }

    private static final int ATTEMPTS = 3;

    private final Talk talk;
    private final YesOrNo yesOrNo;

    Agreement(Talk talk) {
        this.talk = talk;
        this.yesOrNo = new YesOrNo(talk.plan().language());
    }

    Answer ask(Step step, Prompt readBack) {
        Prompt byKeys =
                readBack.then(Prompt.of(Sentences.of(talk.plan().language()).oneForYes()));
        Listening listening = new Listening(
                EndpointRules.closed(text -> yesOrNo.in(text).isPresent()).withNoInput(Duration.ofSeconds(5)),
                talk.plan().withOperatorWords(yesOrNo.phrases()),
                Listening.Keying.ONE,
                byKeys);
        Prompt prompt = readBack;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Talk.Question question = talk.ask(step, prompt, listening);
            Optional<Boolean> agreed = yesOrNo.in(question.input());
            if (agreed.isPresent()) {
                talk.note(question, Optional.of(agreed.get() ? "yes" : "no"), 1);
                return agreed.get() ? Answer.YES : Answer.NO;
            }
            if (talk.asksForOperator(question.input())) {
                talk.note(question, talk.plan().operator().map(Dialplan.Operator::intent), 1);
                return Answer.OPERATOR;
            }
            talk.note(question, Optional.empty(), 0);
            prompt = byKeys;
        }
        return Answer.UNCLEAR;
    }
}
