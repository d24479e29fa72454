package org.hotline.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.triage.Enquiry;
import org.hotline.conversation.triage.Told;
import org.hotline.conversation.triage.Triage;
import org.hotline.conversation.triage.TwoIssues;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.issue.Issue;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Transcript;

/**
 * The verb locate: finds out which of the hotline's issues the caller has, with as few questions as that takes. What to do
 * next is the {@link org.hotline.issue.belief.Locator}'s to say; here it is said, and the answer is heard. What comes of it is {@link
 * Settling}'s.
 */
final class Locating {
    /** To object to what we took it for, a caller needs no longer. */
    private static final Duration OBJECTION = Duration.ofMillis(700);

    private final Talk talk;
    private final Step.Locate step;
    private final Triage triage;
    private final Locator locator;
    private final Tries tries;
    private final Settling settling;

    /** Clues; for a second problem none count. */
    private final Set<String> held;

    private final Optional<Second> second;
    private Belief belief;
    private Asked asked = Asked.NOTHING;

    Locating(Talk talk, Step.Locate step) {
        this.talk = talk;
        this.step = step;
        this.triage = talk.comprehension()
                .triage()
                .orElseThrow(() -> new IllegalStateException("no tree of issues: the plan was not checked"));
        this.locator = triage.locators().on(talk.today());
        this.tries = new Tries(step.attempts());
        this.settling = new Settling(talk, step, triage);
        this.second = talk.notes().takeSecond();
        talk.notes().locating(step);
        talk.notes().offersGuessAgain();
        this.held = talk.notes().hasLocated() ? Set.of() : new CluesOfCaller(talk, step, triage.tree()).held();
        this.belief = locator.opening(held);
    }

    Next perform() {
        second.ifPresent(told -> belief = belief.given(Evidence.Heard.of(Transcript.of(told.words()))));
        return second.filter(told -> !told.instead())
                .flatMap(told -> goOnWith())
                .orElseGet(this::locate);
    }

    /** "You also asked about ...": nothing if the caller objects and says more, or if it is not sure. */
    private Optional<Next> goOnWith() {
        Issue issue = belief.ranking().getFirst().issue();
        if (talk.notes().issue().filter(issue.name()::equals).isPresent()) {
            return Optional.of(new Next.Go(step.then()));
        }
        talk.notes().decided(step.name(), locator.decide(belief, asked), belief);
        Act.Confirm act = new Act.Confirm(issue.name(), Act.How.IMPLICIT, Optional.empty());
        Optional<Next> way = ask(act, triage.alsoAsked(act));
        boolean refused = belief.evidence().getLast() instanceof Evidence.Agreed agreed && !agreed.yes();
        return way.or(() -> refused ? Optional.of(new Next.Go(step.then())) : Optional.empty());
    }

    private Next locate() {
        while (true) {
            Decision decision = locator.decide(belief, asked);
            talk.notes().decided(step.name(), decision, belief);
            Optional<Next> way = switch (decision.act()) {
                case Act.Settle settle -> Optional.of(settling.settle(settle.issue(), belief));
                case Act.HandOver handOver -> Optional.of(settling.handOver(handOver));
                case Act.Guide guide -> ask(guide, enquiry(guide));
                case Act.Supplement supplement -> ask(supplement, enquiry(supplement));
                case Act.Confirm confirm -> ask(confirm, enquiry(confirm));
            };
            if (way.isPresent()) {
                return way.get();
            }
        }
    }

    /** Puts a question until it is answered or given up; nothing if its answer only adds to the belief. */
    private Optional<Next> ask(Act act, Enquiry enquiry) {
        Prompt prompt = prompt(enquiry, enquiry.wording());
        Listening listening = listening(enquiry);
        while (true) {
            Talk.Question question = talk.ask(step, prompt, listening);
            if (talk.isAngry(question.input(), !enquiry.isClosed())) {
                return Optional.of(talk.putThrough(question));
            }
            if (talk.asksForOperator(question.input())) {
                Dialplan.Operator operator = talk.plan().operator().orElseThrow();
                talk.note(question, Optional.of(operator.intent()), 1);
                return Optional.of(new Next.Go(operator.then()));
            }
            List<Evidence> evidence = evidence(enquiry, question.input());
            if (enquiry.isClosed() && addsAnother(question, evidence)) {
                continue;
            }
            learn(question, act, evidence);
            answersGuess(act, evidence);
            if (!evidence.isEmpty()) {
                asked = asked.and(act, true);
                return Optional.empty();
            }
            boolean silent = question.input() instanceof Input.Silence;
            Optional<Wording> again = silent ? tries.afterSilence() : tries.afterNoMatch();
            if (again.isEmpty()) {
                return Optional.of(new Next.Go(step.attempts().giveUp()));
            }
            asked = asked.and(act, false);
            talk.caller().forgetKeys();
            prompt = enquiry.isClosed()
                    ? prompt(enquiry, enquiry.wording()).then(prompt(enquiry, enquiry.byKeys()))
                    : talk.prompt(again.get());
        }
    }

    private Enquiry enquiry(Act act) {
        return triage.enquiry(act, step.ask().text(), step.keys()).orElseThrow();
    }

    /** Beside the point, but surely about something else as well: kept for later, and the question is put again. */
    private boolean addsAnother(Talk.Question question, List<Evidence> evidence) {
        String likeliest = belief.ranking().getFirst().issue().name();
        Optional<Told> another = question.input() instanceof Input.Speech speech
                        && evidence.stream().allMatch(Evidence.Heard.class::isInstance)
                        && TwoIssues.adds(triage.language(), speech.transcript().text())
                ? triage.another(speech.transcript().text(), Optional.of(likeliest))
                : Optional.empty();
        another.ifPresent(told -> {
            talk.note(question, Optional.of(told.issue()), 1);
            keep(told.words(), told.issue());
        });
        return another.isPresent();
    }

    private void keep(String words, String issue) {
        talk.notes().keep(new Second(step, words, false), triage.called(issue));
    }

    private List<Evidence> evidence(Enquiry enquiry, Input input) {
        return switch (input) {
            case Input.Keys keys -> enquiry.keyed(keys.keys());
            case Input.Speech speech ->
                enquiry.said(enquiry.isClosed() ? speech.transcript() : first(speech.transcript()));
            case Input.Silence silence -> enquiry.silence();
        };
    }

    /** What was said of the first problem, if of two; the second is kept. */
    private Transcript first(Transcript said) {
        Optional<TwoIssues> two = triage.two(said.written());
        two.ifPresent(both -> keep(both.second(), both.secondIssue()));
        return two.map(both -> Transcript.of(both.first())).orElse(said);
    }

    /** Adds to the belief, and notes what the turn came to. */
    private void learn(Talk.Question question, Act act, List<Evidence> evidence) {
        named(question.input()).ifPresent(named -> belief = belief.given(named));
        for (Evidence piece : evidence) {
            belief = belief.given(
                    piece instanceof Evidence.Heard heard
                            ? new Consulting(talk, locator).on(heard, belief, asked.and(act, true))
                            : piece);
        }
        Optional<Belief.Ranked> best = evidence.isEmpty()
                ? Optional.empty()
                : belief.ranking().stream().findFirst();
        talk.noteOpen(
                question,
                best.map(ranked -> ranked.issue().name()),
                best.map(Belief.Ranked::probability).orElse(0.0));
    }

    /** Which of the clues that hold speak about the caller's own things that they named. */
    private Optional<Evidence> named(Input input) {
        Set<String> clues = input instanceof Input.Speech speech
                ? triage.about(
                        held, talk.saidBefore().own().named(speech.transcript().written()))
                : Set.of();
        return clues.isEmpty() ? Optional.empty() : Optional.of(new Evidence.Named(clues));
    }

    /** Yes or no to a guess is yes or no to all that the look-up found, the order that it is about too. */
    private void answersGuess(Act act, List<Evidence> evidence) {
        if (act instanceof Act.Confirm confirm && confirm.clue().isPresent()) {
            for (Evidence piece : evidence) {
                if (piece instanceof Evidence.Agreed agreed) {
                    talk.notes().answersGuess(agreed.yes());
                }
            }
        }
    }

    private Prompt prompt(Enquiry enquiry, String wording) {
        return talk.prompt(new Wording(wording), enquiry.values());
    }

    private Listening listening(Enquiry enquiry) {
        Prompt byKeys = enquiry.isClosed()
                ? prompt(enquiry, enquiry.byKeys())
                : step.attempts().byKeys().map(talk::prompt).orElse(Prompt.NOTHING);
        EndpointRules rules = enquiry.isClosed()
                ? EndpointRules.closed(text -> isAnswer(enquiry, text))
                : EndpointRules.open(triage.language(), this::isEnough);
        return new Listening(
                enquiry.silence().isEmpty() ? rules : rules.withNoInput(OBJECTION),
                List.of(),
                Listening.Keying.ONE,
                byKeys);
    }

    /** The words so far answer the question; more of them would not change that. */
    private static boolean isAnswer(Enquiry enquiry, String text) {
        List<Evidence> evidence = enquiry.said(Transcript.of(text));
        return !evidence.isEmpty() && evidence.stream().noneMatch(Evidence.Heard.class::isInstance);
    }

    /** Early decision: the words so far pin the issue already, so that it would be settled without another question. */
    private boolean isEnough(String text) {
        Transcript soFar = Transcript.of(text);
        if (soFar.isEmpty()) {
            return false;
        }
        return locator.decide(belief.given(Evidence.Heard.of(soFar)), asked).isSure();
    }
}
