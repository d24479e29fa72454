package org.hotline.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.conversation.turn.Sentences;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Piece;

/** Reads something back and hears whether it is right, by words or by the keys 1 and 2. */
final class Agreement {
    /** What the caller thinks of it. */
    sealed interface Answer {
        record Yes() implements Answer {}

        record No() implements Answer {}

        /** Not that, but this. */
        record Instead(Piece value) implements Answer {}

        record Operator() implements Answer {}

        /** Too angry to answer. */
        record Angry(Next next) implements Answer {}

        /** Asked three times, still neither. */
        record Unclear() implements Answer {}
    }

    private static final int ATTEMPTS = 3;

    private final Talk talk;
    private final YesOrNo yesOrNo;

    Agreement(Talk talk) {
        this.talk = talk;
        this.yesOrNo = new YesOrNo(talk.plan().language());
    }

    /** Never answers {@link Answer.Instead}. */
    Answer ask(Step step, Prompt readBack) {
        return ask(step, readBack, Optional.empty(), yesOrNo.phrases());
    }

    Answer ask(Step step, Prompt readBack, ReadBack value) {
        return ask(step, readBack, Optional.of(value), value.phrases(yesOrNo.phrases()));
    }

    private Answer ask(Step step, Prompt readBack, Optional<ReadBack> value, List<String> phrases) {
        Prompt byKeys =
                readBack.then(Prompt.of(Sentences.of(talk.plan().language()).oneForYes()));
        // After a bare no the caller may say what is wrong, so only yes ends at once if a value was read back.
        Listening listening = new Listening(
                EndpointRules.closed(text -> yesOrNo.in(text)
                                .filter(yes -> yes || value.isEmpty())
                                .isPresent())
                        .withNoInput(Duration.ofSeconds(5)),
                talk.plan().withOperatorWords(phrases),
                Listening.Keying.ONE,
                byKeys);
        Prompt prompt = readBack;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Talk.Question question = talk.ask(step, prompt, listening);
            Optional<Answer> answer = answer(question, value);
            if (answer.isPresent()) {
                return answer.get();
            }
            prompt = byKeys;
        }
        return new Answer.Unclear();
    }

    private Optional<Answer> answer(Talk.Question question, Optional<ReadBack> value) {
        Input input = question.input();
        if (talk.isAngry(input, false)) {
            return Optional.of(new Answer.Angry(talk.putThrough(question)));
        }
        Optional<Piece> instead = value.flatMap(readBack -> readBack.corrected(input));
        if (instead.isPresent()) {
            talk.note(question, Optional.of("no"), 1);
            return instead.map(Answer.Instead::new);
        }
        Optional<Boolean> agreed = yesOrNo.in(input);
        if (agreed.isPresent()) {
            talk.note(question, Optional.of(agreed.get() ? "yes" : "no"), 1);
            return Optional.of(agreed.get() ? new Answer.Yes() : new Answer.No());
        }
        if (talk.asksForOperator(input)) {
            talk.note(question, talk.plan().operator().map(Dialplan.Operator::intent), 1);
            return Optional.of(new Answer.Operator());
        }
        talk.note(question, Optional.empty(), 0);
        return Optional.empty();
    }
}
