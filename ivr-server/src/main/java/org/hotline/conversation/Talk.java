package org.hotline.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.slot.YesNo;
import org.hotline.conversation.triage.Anger;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.Input;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.conversation.turn.Turn;
import org.hotline.speech.Piece;

/** What every verb works with: the plan, the caller and the notes. Says and asks, and notes each turn. */
record Talk(
        Dialplan plan,
        Caller caller,
        Comprehension comprehension,
        Lookups lookups,
        Clock clock,
        Notes notes,
        SaidBefore saidBefore) {

    LocalDate today() {
        return now().toLocalDate();
    }

    /** On the hotline's clock. */
    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    /** With the slots as they are now. */
    Prompt prompt(Wording wording) {
        return wording.with(notes.slots());
    }

    /** A prompt with the values of slots and others. */
    Prompt prompt(Wording wording, Map<String, Piece> values) {
        Map<String, Piece> all = new LinkedHashMap<>(notes.slots());
        all.putAll(values);
        return wording.with(all);
    }

    /** A slot's value, or what is given without asking. */
    Optional<Piece> value(String slot) {
        return Given.named(slot)
                .map(given -> given.of(caller))
                .orElseGet(() -> Optional.ofNullable(notes.slots().get(slot)));
    }

    /** Says something that wants no answer. */
    void say(Step step, Wording wording) {
        Instant at = clock.instant();
        Prompt prompt = prompt(wording);
        caller.say(prompt);
        notes.add(new Turn(
                notes.nextTurn(),
                step.name(),
                at,
                prompt.text(),
                new Turn.Answer.NotAsked(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty()));
    }

    Question ask(Step step, Prompt prompt, Listening listening) {
        Instant at = clock.instant();
        return new Question(step.name(), at, prompt, caller.ask(prompt, listening));
    }

    /** Notes a question as answered with {@code meaning}, or as not understood. */
    void note(Question question, Optional<String> meaning, double confidence) {
        Input input = question.input();
        notes.add(new Turn(
                notes.nextTurn(),
                question.step(),
                question.at(),
                question.prompt().text(),
                answer(input),
                meaning,
                confidence,
                input.bargeIn(),
                responseTime(input)));
    }

    /** Notes an answer in the caller's own words, which may hold values that are asked for later. */
    void noteOpen(Question question, Optional<String> meaning, double confidence) {
        note(question, meaning, confidence);
        if (question.input() instanceof Input.Speech speech) {
            saidBefore.in(speech.transcript().written(), today()).forEach(notes.slots()::putIfAbsent);
        }
    }

    /** The way to a person, if {@code input} asks for one and the plan has one. */
    boolean asksForOperator(Input input) {
        return plan.operator()
                .map(operator -> switch (input) {
                    case Input.Keys keys -> keys.keys().equals(String.valueOf(operator.key()));
                    case Input.Speech speech ->
                        wants(operator, speech.transcript().text());
                    case Input.Silence ignored -> false;
                })
                .orElse(false);
    }

    /**
     * Whether the caller is too angry at us for questions: to be put through at once.
     *
     * @param open the question was what is wrong, to which some anger may be the answer
     */
    boolean isAngry(Input input, boolean open) {
        if (plan.operator().isEmpty() || !(input instanceof Input.Speech speech)) {
            return false;
        }
        String text = speech.transcript().text();
        Anger least = open ? Anger.MUCH : Anger.SOME;
        return Anger.in(plan.language(), text).compareTo(least) >= 0 && !(open && new Served(plan).serves(text));
    }

    /** Puts an angry caller through, and says so to whoever takes them. */
    Next putThrough(Question angry) {
        note(angry, Optional.of(Notes.ANGRY), 1);
        notes.fill(Notes.MOOD, new Piece.Text(Notes.ANGRY));
        return new Next.Go(plan.operator().orElseThrow().then());
    }

    /** Who says yes or no first may want one too: "no, an agent please". */
    private boolean wants(Dialplan.Operator operator, String text) {
        return Stream.of(text, YesNo.after(plan.language(), text))
                .filter(words -> !words.isEmpty())
                .anyMatch(words -> operator.words().contains(words)
                        || comprehension.intents().understand(words, Set.of(operator.intent()))
                                instanceof Understanding.Match);
    }

    private static Turn.Answer answer(Input input) {
        return switch (input) {
            case Input.Speech speech ->
                new Turn.Answer.Spoken(
                        speech.transcript().written(), speech.transcript().confidence());
            case Input.Keys keys -> new Turn.Answer.Keyed(keys.keys());
            case Input.Silence ignored -> new Turn.Answer.Silence();
        };
    }

    private static Optional<Duration> responseTime(Input input) {
        return input instanceof Input.Speech speech ? Optional.of(speech.responseTime()) : Optional.empty();
    }

    /**
     * A question that was asked.
     *
     * @param step the step's name
     * @param at when the prompt began
     * @param input what the caller did
     */
    record Question(String step, Instant at, Prompt prompt, Input input) {
        Question with(Input joined) {
            return new Question(step, at, prompt, joined);
        }
    }
}
