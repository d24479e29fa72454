package org.hotline.conversation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.slot.TakenBack;
import org.hotline.conversation.triage.Told;
import org.hotline.conversation.triage.Triage;
import org.hotline.conversation.triage.TwoIssues;
import org.hotline.conversation.turn.Input;
import org.hotline.speech.Piece;

/**
 * What callers say at a question that is no answer to it: they want a person, take back a value that they gave before, or have another
 * problem. Anger is not among it ({@link Talk#isAngry}): it comes before any answer.
 *
 * @param step the one whose question it is
 */
record Asides(Talk talk, Step step) {

    /**
     * What of that {@code input} says, if it does.
     *
     * @param agreed whether it says yes or no to the question first
     */
    Optional<Aside> in(Input input, Optional<Boolean> agreed) {
        boolean yes = agreed.orElse(false);
        return person(input)
                .or(() -> words(input).filter(words -> !yes).flatMap(this::takenBack))
                .or(() -> words(input).flatMap(words -> another(words, agreed)));
    }

    /** A person, by words or by key. */
    Optional<Aside> person(Input input) {
        return talk.asksForOperator(input)
                ? talk.plan().operator().map(operator -> Aside.leading(operator.intent(), operator.then()))
                : Optional.empty();
    }

    /** A value that was agreed to, and is wrong after all. */
    Optional<Aside> takenBack(String words) {
        return TakenBack.in(talk.plan().language(), words)
                .flatMap(what -> talk.notes().collected().stream()
                        .filter(collect -> !collect.name().equals(step.name()) && isOf(what, collect.as()))
                        .findFirst()
                        .map(this::again));
    }

    /** Whether the words say of this very step's value that it is not that: no, in other words. */
    boolean refuse(Input input) {
        return step instanceof Step.Collect collect
                && words(input)
                        .flatMap(words -> TakenBack.in(talk.plan().language(), words))
                        .filter(what -> isOf(what, collect.as()))
                        .isPresent();
    }

    /** A number in place of the one that was agreed to. */
    Optional<Aside> otherNumber(String words) {
        return talk.notes().collected().stream()
                .filter(collect -> isOf(TakenBack.NUMBER, collect.as()))
                .filter(collect -> talk.saidBefore()
                        .of(collect, words, talk.today())
                        .filter(number -> value(collect).filter(number::equals).isEmpty())
                        .isPresent())
                .findFirst()
                .map(this::again);
    }

    /** A problem at a question that nothing else answers. */
    Optional<Aside> problem(Optional<Told> told) {
        return told.flatMap(problem -> locating().map(locate -> keep(locate, problem, true)));
    }

    /** What tells problems from words; nothing where none are located. */
    Optional<Triage> triage() {
        return talk.comprehension().triage().filter(triage -> locating().isPresent());
    }

    static Optional<String> words(Input input) {
        return input instanceof Input.Speech speech && !speech.transcript().isEmpty()
                ? Optional.of(speech.transcript().written())
                : Optional.empty();
    }

    /** Another problem: in place of the one spoken of, or on top of it if it is added, or if the question is answered with it. */
    private Optional<Aside> another(String words, Optional<Boolean> agreed) {
        Optional<String> current = talk.notes().issue();
        boolean instead = !agreed.orElse(false) && !adds(words);
        return triage().filter(triage -> !isServed(words))
                .flatMap(triage -> agreed.isPresent() ? triage.besides(words, current) : triage.another(words, current))
                .flatMap(told -> locating().map(locate -> keep(locate, told, instead)));
    }

    /** Thanks and goodbyes, and whatever else the plan's own questions understand, tell no problem. */
    private boolean isServed(String words) {
        Set<String> intents = new HashSet<>();
        for (Step any : talk.plan().steps().values()) {
            if (any instanceof Step.Ask ask) {
                ask.when().forEach((intent, way) -> {
                    if (!(talk.plan().step(way) instanceof Step.Locate)) {
                        intents.add(intent);
                    }
                });
            }
        }
        return talk.comprehension().intents().understand(words, intents) instanceof Understanding.Match;
    }

    /** Kept until its step is come to: at once if it is to take the place of the problem spoken of, and there is one. */
    private Aside keep(Step.Locate locate, Told told, boolean instead) {
        String called = triage().map(triage -> triage.called(told.issue())).orElse(told.issue());
        talk.notes().keep(new Second(locate, told.words(), instead), called);
        boolean leads = instead && talk.notes().locatedBy().isPresent();
        return leads ? Aside.leading(told.issue(), locate.name()) : Aside.later(told.issue());
    }

    /** The step that locates problems: the one that did, else the plan's first. */
    private Optional<Step.Locate> locating() {
        return talk.notes()
                .locatedBy()
                .or(() -> talk.plan().steps().values().stream()
                        .flatMap(any -> any instanceof Step.Locate locate ? Stream.of(locate) : Stream.empty())
                        .findFirst());
    }

    /** Whether words go on to something more, instead of to something else. */
    boolean adds(String words) {
        return TwoIssues.adds(talk.plan().language(), words);
    }

    private Aside again(Step.Collect collect) {
        talk.notes().takeBack(collect);
        return Aside.leading("no", collect.name());
    }

    private Optional<Piece> value(Step.Collect collect) {
        return Optional.ofNullable(talk.notes().slots().get(collect.slot()));
    }

    private static boolean isOf(TakenBack what, SlotType type) {
        return switch (type) {
            case SlotType.Digits digits -> what == TakenBack.NUMBER;
            case SlotType.Amount amount -> what == TakenBack.AMOUNT;
            case SlotType.Date date -> what == TakenBack.DAY;
            case SlotType.YesNo yesNo -> false;
            case SlotType.OneOf oneOf -> false;
        };
    }
}
