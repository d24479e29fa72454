package org.hotline.conversation.plan;

import java.time.Duration;
import java.util.Optional;

/** How a conversation ends: what the switchboard is to do with the caller next. */
public sealed interface Move {
    /**
     * Wait for an agent.
     *
     * @param queue the queue's name
     * @param waiting how long at the most, and what then
     */
    record ToQueue(String queue, Wait waiting) implements Move {}

    /** Connect with a configured SIP address, after which {@code giveUp} is the step to go on with if it fails. */
    record ToNumber(String target, Optional<String> giveUp) implements Move {}

    /** Record a message for this mailbox, then go on at {@code then}. */
    record ToVoicemail(String mailbox, Optional<String> then) implements Move {}

    /** Say nothing more and hang up. */
    record HangUp() implements Move {}

    /**
     * Rules of waiting.
     *
     * @param atMost the longest wait; nothing for no limit
     * @param then the step that goes on when it is over
     * @param announcePosition tell the caller the place in the queue, on entry and when it changes
     */
    record Wait(Optional<Duration> atMost, Optional<String> then, boolean announcePosition) {}
}
