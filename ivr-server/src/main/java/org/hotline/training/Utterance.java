package org.hotline.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.speech.Language;

/**
 * What a caller said to the open question, in a call whose issue was not located for sure.
 *
 * @param at when the turn was over
 * @param plan the dialplan of the call
 * @param prompt what we had said
 * @param offset from the answer to the beginning of the prompt: where to play the recording
 * @param next what the caller said next; empty if nothing
 * @param takenFor the issue that it was taken for in the end, though the caller never said yes to it
 * @param handedOver whether the caller was put through without one
 */
public record Utterance(
        Id id,
        Instant at,
        Language language,
        String text,
        String plan,
        String prompt,
        Duration offset,
        String next,
        Optional<String> takenFor,
        boolean handedOver) {

    /** @param turn its number in the call, counted from 1 */
    public record Id(CallId call, int turn) {}
}
