package org.hotline.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.turn.Turn;
import org.hotline.speech.Language;

/**
 * What a conversation has learnt so far: goes with the caller into the queue, to the agent and into the record.
 *
 * @param language the language of the talk
 * @param issue the located problem's intent, if it is located
 * @param confirmed true if the caller said yes to it
 * @param slots collected values by slot name, as text (digits as digits, amounts in minor units, dates as ISO 8601)
 * @param turns all turns in order
 */
public record Known(
        Language language, Optional<String> issue, boolean confirmed, Map<String, String> slots, List<Turn> turns) {

    /** The issue as callers are told it; if none was found, what it may be about. */
    public Optional<String> calledIssue() {
        return Optional.ofNullable(slots.get(Notes.ISSUE)).or(() -> Optional.ofNullable(slots.get(Notes.LIKELY_ISSUE)));
    }
}
