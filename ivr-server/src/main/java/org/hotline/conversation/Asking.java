package org.hotline.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.slot.YesNo;
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
    private final Asides asides;

    Asking(Talk talk, Step.Ask step) {
        this.talk = talk;
        this.step = step;
        this.tries = new Tries(step.attempts());
        this.possible = possible(step, talk.plan());
        this.asides = new Asides(talk, step);
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
                return new Next.Go(givesUp(question.input()));
            }
            talk.caller().forgetKeys();
            wording = again.get();
        }
    }

    /** Who goes on to tell what is not understood, where one may have another problem, is asked what it is. */
    private String givesUp(Input last) {
        boolean tells = Asides.words(last)
                .filter(words -> YesNo.tells(talk.plan().language(), words))
                .isPresent();
        return step.when().values().stream()
                .filter(way -> tells && talk.plan().step(way) instanceof Step.Locate)
                .findFirst()
                .orElse(step.attempts().giveUp());
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
        String words = speech.transcript().text();
        Optional<Aside> takenBack = asides.takenBack(words);
        if (takenBack.isPresent()) {
            return aside(question, takenBack.get());
        }
        return switch (talk.comprehension().intents().understand(words, possible)) {
            case Understanding.NoMatch ignored -> besides(question, words);
            case Understanding.Match match -> {
                talk.noteOpen(question, Optional.of(match.intent()), match.probability());
                yield step.confirm().isPresent() && match.probability() < SURE
                        ? confirmed(match.intent(), step.confirm().get())
                        : located(match, words);
            }
        };
    }

    /** None of what was asked for: a problem, another number, or anger that is no answer here. */
    private Optional<Next> besides(Talk.Question question, String words) {
        Optional<Aside> aside = asides.problem(asides.triage().flatMap(triage -> triage.rather(words)))
                .or(() -> asides.otherNumber(words));
        if (aside.isPresent()) {
            return aside(question, aside.get());
        }
        if (talk.isAngry(question.input(), false)) {
            return Optional.of(talk.putThrough(question));
        }
        talk.note(question, Optional.empty(), 0);
        return Optional.empty();
    }

    private Optional<Next> aside(Talk.Question question, Aside aside) {
        talk.noteOpen(question, Optional.of(aside.meaning()), 1);
        return aside.next();
    }

    private Optional<Next> confirmed(String intent, Wording readBack) {
        talk.notes().fill(Notes.ISSUE, new Piece.Text(nameOf(intent)));
        return switch (new Agreement(talk, step).ask(talk.prompt(readBack))) {
            case Agreement.Answer.Yes yes -> {
                locate(intent, true);
                yield wayOf(intent);
            }
            case Agreement.Answer.No no -> unlocated();
            case Agreement.Answer.Instead instead -> unlocated();
            case Agreement.Answer.Unclear unclear -> unlocated();
            case Agreement.Answer.Elsewhere elsewhere -> {
                talk.notes().clear(Notes.ISSUE);
                yield Optional.of(elsewhere.next());
            }
        };
    }

    private Optional<Next> unlocated() {
        talk.notes().clear(Notes.ISSUE);
        return Optional.empty();
    }

    private Optional<Next> located(Understanding.Match match, String words) {
        locate(match.intent(), false);
        Optional<Next> way = wayOf(match.intent());
        way.filter(next -> match.probability() < 1).ifPresent(next -> tellsAtOnce(next, words));
        return way;
    }

    /** "Yes, I was charged twice": who is about to be asked for a problem, and has told it, need not tell it again. */
    private void tellsAtOnce(Next way, String words) {
        if (way instanceof Next.Go go && talk.plan().step(go.step()) instanceof Step.Locate) {
            asides.problem(asides.triage().flatMap(triage -> triage.surely(words)));
        }
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
