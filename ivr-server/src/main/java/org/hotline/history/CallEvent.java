package org.hotline.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.call.CallId;

/** One thing that happened in a call. The events of a call, in order, are its whole story and the source of its {@link Cdr}. */
public sealed interface CallEvent {
    /** When it happened. */
    Instant at();

    /** The INVITE (or AGI request) came: first event of every inbound call. */
    record Arrived(Instant at, String calling, String dialled, Optional<String> account, String origin)
            implements CallEvent {}

    /** It was answered. Durable before the caller hears anything. */
    record Answered(Instant at, String dialplan, String language) implements CallEvent {}

    /** Recording began into this file, relative to the recordings folder. */
    record RecordingStarted(Instant at, String file) implements CallEvent {}

    /**
     * One turn of the conversation.
     *
     * @param offset from the answer to the beginning of our prompt
     * @param heard the caller's words; empty for keys and silence
     * @param keys the keys pressed; empty for none
     * @param intent what it was understood as; empty for no-match and no-input
     */
    record TurnTaken(
            Instant at,
            Duration offset,
            int number,
            String step,
            String prompt,
            String heard,
            String keys,
            String intent,
            double confidence,
            Optional<Duration> bargeIn,
            Optional<Duration> responseTime)
            implements CallEvent {}

    /**
     * It was weighed what to do next to find out the caller's problem.
     *
     * @param turn the number of the turn that follows from it
     * @param options what was weighed, cheapest first: the first was done; five at the most
     * @param issues which problems were likely, likeliest first; five at the most
     * @param outOfScope how likely it was none of the hotline's, 0 to 1
     * @param bits how uncertain it was which
     * @param clues which of the tree's clues held for the caller; nothing in stories written before this was told
     * @param secondOpinion what a language model made of the caller's last words, or why it said nothing; nothing if it was not asked
     */
    record Decided(
            Instant at,
            int turn,
            String step,
            List<Option> options,
            List<Likely> issues,
            double outOfScope,
            double bits,
            Optional<List<String>> clues,
            Optional<String> secondOpinion)
            implements CallEvent {
        /**
         * One thing that could have been done.
         *
         * @param act {@code guide}, {@code facet NAME}, {@code offer NAME NAME}, {@code confirm NAME}, {@code tell NAME}, {@code
         *     settle NAME} or {@code people}
         * @param cost expected, in caller turns
         */
        public record Option(String act, double cost) {}

        /** @param probability 0 to 1 */
        public record Likely(String issue, double probability) {}
    }

    /** The problem was located. */
    record IssueLocated(Instant at, String issue, boolean confirmed, Map<String, String> slots) implements CallEvent {}

    /** Began to wait. */
    record QueueEntered(Instant at, String queue) implements CallEvent {}

    /** The call was offered to an agent, whose phone rings. */
    record Offered(Instant at, String queue, String agent) implements CallEvent {}

    /** The offer came back: rejected, not answered, unreachable. */
    record OfferReturned(Instant at, String agent, String why) implements CallEvent {}

    /** The agent answered; both are bridged. */
    record AgentJoined(Instant at, String queue, String agent, Duration waited) implements CallEvent {}

    /** The agent is gone; the caller may go on or not. */
    record AgentLeft(Instant at, String agent, Duration talked) implements CallEvent {}

    /** Waiting ended without an agent: time-out, key exit. */
    record QueueLeft(Instant at, String queue, String why, Duration waited) implements CallEvent {}

    /** A line of the agent's or caller's speech after the bridge, transcribed live or later. */
    record Spoken(Instant at, Duration offset, String side, String text, double confidence) implements CallEvent {}

    /** A message was left for this mailbox, in this file. */
    record VoicemailLeft(Instant at, String mailbox, String file, Duration length) implements CallEvent {}

    /**
     * A signalling message, for the ladder: {@code <- INVITE}, {@code -> 200 OK (INVITE)}.
     *
     * @param leg the caller's, or one that we placed; nothing in stories written before this was told: the caller's
     */
    record Signalling(Instant at, boolean sent, String summary, String peer, Optional<Call.Direction> leg)
            implements CallEvent {}

    /** The recording has gaps of silence: the disk was full or too slow for so long. */
    record RecordingDegraded(Instant at, Duration lost) implements CallEvent {}

    /** The caller rated the call: {@code csat} 1 to 5 or {@code nps} 0 to 10. */
    record Rated(Instant at, String scale, int score) implements CallEvent {}

    /** The call is over: last event of every call, but for what is done with it afterwards ({@link Afterwork}). */
    record Ended(Instant at, Ending ending) implements CallEvent {}

    /** What may still happen to a call's record after its end. */
    sealed interface Afterwork extends CallEvent {}

    /** The recording was archived into this file. */
    record RecordingArchived(Instant at, String file, Duration length) implements Afterwork {}

    /** There is no recording after all: not consented to, never written, or not readable. */
    record RecordingLost(Instant at, String why) implements Afterwork {}

    /** The same caller's call has a record besides this: it went on there, or came from there. */
    record SeeAlso(Instant at, CallId other) implements Afterwork {}

    /** The message in this file was turned into text; empty if nothing could be understood. */
    record MessageTranscribed(Instant at, String file, String text, double confidence) implements Afterwork {}

    /** Retention deleted the audio and what was said; the record stays. */
    record Purged(Instant at) implements Afterwork {}
}
