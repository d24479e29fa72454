package org.hotline.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

        /** The talk goes on elsewhere: with a person, with another problem, or with an earlier value that was wrong. */
        record Elsewhere(Next next) implements Answer {}

        /** Asked three times, still neither. */
        record Unclear() implements Answer {}
    }

    private static final int ATTEMPTS = 3;

    private final Talk talk;
    private final Step step;
    private final Asides asides;
    private final YesOrNo yesOrNo;

    Agreement(Talk talk, Step step) {
        this.talk = talk;
        this.step = step;
        this.asides = new Asides(talk, step);
        this.yesOrNo = new YesOrNo(talk.plan().language());
    }

    /** Never answers {@link Answer.Instead}. */
    Answer ask(Prompt readBack) {
        return ask(readBack, Optional.empty(), yesOrNo.phrases());
    }

    Answer ask(Prompt readBack, ReadBack value) {
        return ask(readBack, Optional.of(value), value.phrases(yesOrNo.phrases()));
    }

    private Answer ask(Prompt readBack, Optional<ReadBack> value, List<String> phrases) {
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
            return Optional.of(new Answer.Elsewhere(talk.putThrough(question)));
        }
        Optional<Piece> instead = value.flatMap(readBack -> readBack.corrected(input));
        if (instead.isPresent()) {
            talk.note(question, Optional.of("no"), 1);
            return instead.map(Answer.Instead::new);
        }
        Optional<Boolean> agreed =
                yesOrNo.in(input).or(() -> asides.refuse(input) ? Optional.of(false) : Optional.empty());
        Optional<Aside> aside = yesOrNo.isBare(input) ? Optional.empty() : asides.in(input, agreed);
        Optional<Next> elsewhere = aside.flatMap(Aside::next);
        Optional<String> meaning = agreed.filter(any -> elsewhere.isEmpty())
                .map(yes -> yes ? "yes" : "no")
                .or(() -> aside.map(Aside::meaning));
        talk.note(question, meaning, meaning.isPresent() ? 1 : 0);
        return elsewhere
                .<Answer>map(Answer.Elsewhere::new)
                .or(() -> agreed.map(yes -> yes ? new Answer.Yes() : new Answer.No()));
    }
}
