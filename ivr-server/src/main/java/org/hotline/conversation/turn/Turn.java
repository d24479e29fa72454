package org.hotline.conversation.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange of a conversation: what we said, what the caller answered, and how long it took.
 *
 * @param number 1 for the first turn of the call
 * @param step the dialplan step it belongs to
 * @param at when our prompt began
 * @param prompt the text we said
 * @param answer what came back
 * @param intent what it was understood as: an intent's, an outcome's or a slot's name; nothing for no-match and no-input
 * @param confidence 0 to 1, the understanding's; 1 for keys
 * @param bargeIn if the caller interrupted: from the first sound of speech to our silence
 * @param responseTime from the end of the caller's speech to the decision what to do next; nothing without speech
 */
public record Turn(
        int number,
        String step,
        Instant at,
        String prompt,
        Answer answer,
        Optional<String> intent,
        double confidence,
        Optional<Duration> bargeIn,
        Optional<Duration> responseTime) {

    /** What the caller did. */
    public sealed interface Answer {
        /** Words, as recognised, with the recognizer's confidence (0 to 1). */
        record Spoken(String text, double confidence) implements Answer {}

        /** Digits; personal when the step collects a slot, so never logged. */
        record Keyed(String keys) implements Answer {}

        /** No-input. */
        record Silence() implements Answer {}

        /** The prompt wanted no answer. */
        record NotAsked() implements Answer {}
    }
}
