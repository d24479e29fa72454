package org.hotline.conversation;

import java.time.Duration;
import java.util.Optional;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.slot.Correction;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.Piece;

/** The verb collect: gets a value by words, by keys or by both, and reads it back if the plan wants that. */
final class Collecting {
    /** Patience for the rest of a number that was begun. */
    private static final Duration THE_REST = Duration.ofSeconds(3);

    /** More corrections of one value are not heard; it is asked for anew. */
    private static final int CORRECTIONS = 5;

    private final Talk talk;
    private final Step.Collect step;
    private final SpokenValue spoken;
    private final Tries tries;
    private Optional<Piece> refused = Optional.empty();
    private int corrections;

    Collecting(Talk talk, Step.Collect step) {
        this.talk = talk;
        this.step = step;
        this.spoken = new SpokenValue(step.as(), talk.plan().language(), talk.today());
        this.tries = new Tries(step.attempts());
    }

    Next perform() {
        Next next = saidBefore().or(new KnownAlready(talk, step)::next).orElseGet(this::asked);
        talk.saidBefore().asked(step.slot(), talk.notes().turns());
        return next;
    }

    /** Who has said it already is not asked; nothing if they did not, or not that. What a look-up knows is none of it then. */
    private Optional<Next> saidBefore() {
        Optional<Next> next =
                talk.saidBefore().of(step, talk.notes().turns(), talk.today()).flatMap(this::accepted);
        next.filter(said -> step.known().isPresent())
                .ifPresent(said -> talk.notes().answersGuess(false));
        return next;
    }

    private Next asked() {
        Wording wording = step.ask();
        while (true) {
            Talk.Question asked = talk.ask(step, talk.prompt(wording), listening());
            Gathered gathered = corrected(asked).orElseGet(() -> gather(asked));
            Talk.Question question = gathered.question();
            if (talk.isAngry(question.input(), false)) {
                return talk.putThrough(question);
            }
            Optional<Next> done = answered(gathered);
            if (done.isPresent()) {
                return done.get();
            }
            Optional<Wording> again =
                    question.input() instanceof Input.Silence ? tries.afterSilence() : tries.afterNoMatch();
            if (again.isEmpty()) {
                return new Next.Go(step.attempts().giveUp());
            }
            talk.caller().forgetKeys();
            wording = again.get();
        }
    }

    /** On with the value, or elsewhere if the caller says something else; nothing if it must be asked for again. */
    private Optional<Next> answered(Gathered gathered) {
        Talk.Question question = gathered.question();
        Optional<Aside> aside =
                gathered.isBare() ? Optional.empty() : new Asides(talk, step).in(question.input(), gathered.agreed());
        Optional<Next> elsewhere = aside.flatMap(Aside::next);
        if (elsewhere.isPresent() || gathered.value().isEmpty()) {
            talk.note(question, aside.map(Aside::meaning), aside.isPresent() ? 1 : 0);
            return elsewhere;
        }
        talk.note(question, Optional.of(step.slot()), gathered.confidence());
        return gathered.value().flatMap(this::accepted);
    }

    /** Reads it back if the plan wants that, and again what the caller corrects; nothing if it was wrong. */
    private Optional<Next> accepted(Piece value) {
        talk.notes().fill(step.slot(), value);
        if (step.confirm().isEmpty()) {
            return Optional.of(new Next.Go(step.then()));
        }
        Agreement.Answer agreed =
                new Agreement(talk, step).ask(talk.prompt(step.confirm().get()), new ReadBack(spoken, value));
        return switch (agreed) {
            case Agreement.Answer.Yes yes -> {
                talk.notes().collected(step);
                yield Optional.of(new Next.Go(step.then()));
            }
            case Agreement.Answer.Instead instead -> ++corrections > CORRECTIONS ? wrong() : accepted(instead.value());
            case Agreement.Answer.No no -> {
                refused = Optional.of(value);
                yield wrong();
            }
            case Agreement.Answer.Elsewhere elsewhere -> {
                talk.notes().clear(step.slot());
                yield Optional.of(elsewhere.next());
            }
            case Agreement.Answer.Unclear unclear -> {
                talk.notes().clear(step.slot());
                yield Optional.of(new Next.Go(step.attempts().giveUp()));
            }
        };
    }

    private Optional<Next> wrong() {
        talk.notes().clear(step.slot());
        return Optional.empty();
    }

    /** Who has refused a number may answer with the part that was wrong. */
    private Optional<Gathered> corrected(Talk.Question question) {
        return refused.filter(value -> question.input() instanceof Input.Speech speech
                        && Correction.namesAPart(
                                talk.plan().language(), speech.transcript().text()))
                .flatMap(value -> new ReadBack(spoken, value).corrected(question.input()))
                .map(value -> new Gathered(question, step.as(), spoken, "", Optional.of(value)));
    }

    /** Joins what comes in parts: half of a number, a pause, the other half; or half in words and half in keys. */
    private Gathered gather(Talk.Question question) {
        Gathered gathered = Gathered.of(question, step.as(), spoken, talk.today());
        while (gathered.isBegun() && !talk.isAngry(gathered.question().input(), false)) {
            Input more = talk.caller().ask(Prompt.NOTHING, listening().withNoInput(THE_REST));
            if (more instanceof Input.Silence) {
                return gathered;
            }
            gathered = gathered.and(more);
        }
        return gathered;
    }

    private Listening listening() {
        Prompt byKeys = step.attempts().byKeys().map(talk::prompt).orElse(Prompt.NOTHING);
        return new Listening(
                spoken.endpointing(),
                talk.plan().withOperatorWords(spoken.phrases()),
                Listening.Keying.upTo(KeyedValue.longest(step.as())),
                byKeys);
    }
}
