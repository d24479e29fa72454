package org.hotline.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Piece;

/** The verb ask: finds out which of its intents the caller has. */
final class Asking {
    /** At least this likely, an understanding is not read back. */
    private static final double SURE = 0.8;

    private final Talk talk;
    private final Step.Ask step;
    private final Tries tries;
    private final Set<String> possible;

    Asking(Talk talk, Step.Ask step) {
        this.talk = talk;
        this.step = step;
        this.tries = new Tries(step.attempts());
        this.possible = possible(step, talk.plan());
    }

    Next perform() {
        Wording wording = step.ask();
        while (true) {
            Talk.Question question = talk.ask(step, talk.prompt(wording), listening());
            Optional<Next> way = answered(question);
            if (way.isPresent()) {
                return way.get();
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

    /** Where the answer leads; nothing if it must be asked again. */
    private Optional<Next> answered(Talk.Question question) {
        return switch (question.input()) {
            case Input.Silence ignored -> {
                talk.note(question, Optional.empty(), 0);
                yield Optional.empty();
            }
            case Input.Keys keys -> byKeys(question, keys);
            case Input.Speech speech -> byWords(question, speech);
        };
    }

    private Optional<Next> byKeys(Talk.Question question, Input.Keys keys) {
        Optional<String> intent = keys.keys().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(step.keys().get(keys.keys().charAt(0)));
        if (intent.isEmpty() && talk.asksForOperator(keys)) {
            intent = talk.plan().operator().map(Dialplan.Operator::intent);
        }
        talk.note(question, intent, intent.isPresent() ? 1 : 0);
        intent.ifPresent(found -> locate(found, true));
        return intent.flatMap(this::wayOf);
    }

    private Optional<Next> byWords(Talk.Question question, Input.Speech speech) {
        if (talk.isAngry(speech, true)) {
            return Optional.of(talk.putThrough(question));
        }
        Understanding understanding =
                talk.comprehension().intents().understand(speech.transcript().text(), possible);
        switch (understanding) {
            case Understanding.NoMatch ignored -> {
                talk.note(question, Optional.empty(), 0);
                return Optional.empty();
            }
            case Understanding.Match match -> {
                talk.noteOpen(question, Optional.of(match.intent()), match.probability());
                return step.confirm().isPresent() && match.probability() < SURE
                        ? confirmed(match.intent(), step.confirm().get())
                        : located(match.intent());
            }
        }
    }

    private Optional<Next> confirmed(String intent, Wording readBack) {
        talk.notes().fill(Notes.ISSUE, new Piece.Text(nameOf(intent)));
        return switch (new Agreement(talk).ask(step, talk.prompt(readBack))) {
            case Agreement.Answer.Yes yes -> {
                locate(intent, true);
                yield wayOf(intent);
            }
            case Agreement.Answer.No no -> unlocated();
            case Agreement.Answer.Instead instead -> unlocated();
            case Agreement.Answer.Unclear unclear -> unlocated();
            case Agreement.Answer.Angry angry -> Optional.of(angry.next());
            case Agreement.Answer.Operator operated ->
                talk.plan().operator().map(operator -> new Next.Go(operator.then()));
        };
    }

    private Optional<Next> unlocated() {
        talk.notes().clear(Notes.ISSUE);
        return Optional.empty();
    }

    private Optional<Next> located(String intent) {
        locate(intent, false);
        return wayOf(intent);
    }

    private void locate(String intent, boolean agreed) {
        if (step.locates() && step.when().containsKey(intent)) {
            talk.notes().fill(Notes.ISSUE, new Piece.Text(nameOf(intent)));
            talk.notes().locate(intent, agreed);
        }
    }

    private String nameOf(String intent) {
        Dialplan.Intent named = talk.plan().intents().get(intent);
        return named == null || named.called().isEmpty() ? intent : named.called();
    }

    /** The step's own way for the intent, or the plan's way to a person. */
    private Optional<Next> wayOf(String intent) {
        String own = step.when().get(intent);
        if (own != null) {
            return Optional.of(new Next.Go(own));
        }
        return talk.plan()
                .operator()
                .filter(operator -> operator.intent().equals(intent))
                .map(operator -> new Next.Go(operator.then()));
    }

    private static Set<String> possible(Step.Ask step, Dialplan plan) {
        Set<String> possible = new HashSet<>(step.when().keySet());
        plan.operator().ifPresent(operator -> possible.add(operator.intent()));
        return possible;
    }

    private Listening listening() {
        Prompt byKeys = step.attempts().byKeys().map(talk::prompt).orElse(Prompt.NOTHING);
        return new Listening(
                EndpointRules.open(talk.plan().language(), this::isSure), List.of(), Listening.Keying.ONE, byKeys);
    }

    /** The words so far name a wish already. */
    private boolean isSure(String text) {
        return talk.comprehension().intents().understand(text, possible) instanceof Understanding.Match match
                && match.probability() >= SURE;
    }
}
