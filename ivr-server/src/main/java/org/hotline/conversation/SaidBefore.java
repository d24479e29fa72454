package org.hotline.conversation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Turn;
import org.hotline.speech.Piece;

/**
 * Values that callers say before they are asked for: "my parcel is late, the order number is one two three four". Only steps that
 * read their value back take one, for it may be another's.
 */
final class SaidBefore {
    private final Dialplan plan;
    private final Map<String, Integer> considered = new HashMap<>();
    private Belongings own;

    SaidBefore(Dialplan plan) {
        this.plan = plan;
        this.own = new Belongings(plan.language(), Map.of());
    }

    /** What a look-up knows of the caller's own; replaces what an earlier one knew. */
    void callerOwns(Map<String, Piece> values) {
        own = new Belongings(plan.language(), values);
    }

    Belongings own() {
        return own;
    }

    /** The latest value for the step, of all that was said since its slot was last asked for. */
    Optional<Piece> of(Step.Collect step, List<Turn> turns, LocalDate today) {
        return turns.subList(considered.getOrDefault(step.slot(), 0), turns.size()).reversed().stream()
                .flatMap(turn -> words(turn).stream())
                .flatMap(words -> of(step, words, today).stream())
                .findFirst();
    }

    /** The slot has been asked for: what was said up to now is used up. */
    void asked(String slot, List<Turn> turns) {
        considered.put(slot, turns.size());
    }

    /** Values by the plan's slots, without those that two of them could hold. */
    Map<String, Piece> in(String words, LocalDate today) {
        Map<String, Piece> values = new LinkedHashMap<>();
        for (Step step : plan.steps().values()) {
            if (step instanceof Step.Collect collect) {
                of(collect, words, today).ifPresent(value -> values.putIfAbsent(collect.slot(), value));
            }
        }
        List<Piece> all = List.copyOf(values.values());
        values.values().removeIf(value -> Collections.frequency(all, value) > 1);
        return values;
    }

    /** The value for the step that {@code words} hold; nothing if they hold none, or if the step does not read its value back. */
    Optional<Piece> of(Step.Collect step, String words, LocalDate today) {
        return step.confirm().isEmpty()
                ? Optional.empty()
                : own.meant(step.as(), words)
                        .or(() -> new SpokenValue(step.as(), plan.language(), today).inPassing(words));
    }

    private static Optional<String> words(Turn turn) {
        return turn.answer() instanceof Turn.Answer.Spoken spoken ? Optional.of(spoken.text()) : Optional.empty();
    }
}
