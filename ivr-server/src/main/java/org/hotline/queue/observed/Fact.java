package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;

/** What happened to one call, as far as we saw it. The facts of a call, in order, are its story. */
public sealed interface Fact {
    /** The call. */
    CallId call();

    /** When it happened; may lie before the fact told last, if it was heard of later. */
    Instant at();

    /** The queue it happened in, if in one. */
    default Optional<String> inQueue() {
        return switch (this) {
            case Came came -> Optional.empty();
            case Entered entered -> Optional.of(entered.queue);
            case Rang rang -> Optional.of(rang.queue);
            case RangInVain vain -> Optional.of(vain.queue);
            case Joined joined -> Optional.of(joined.queue);
            case Parted parted -> Optional.of(parted.queue);
            case Abandoned gone -> Optional.of(gone.queue);
            case WentOn gone -> Optional.of(gone.queue);
            case LostFromSight lost -> Optional.of(lost.queue);
            case Over over -> Optional.empty();
        };
    }

    /** A call came into our sight: first fact of every call. */
    record Came(CallId call, Instant at, Caller caller) implements Fact {}

    /** Began to wait. */
    record Entered(CallId call, Instant at, String queue) implements Fact {}

    /** An agent's phone rings. */
    record Rang(CallId call, Instant at, String queue, String agent) implements Fact {}

    /** It rang in vain. */
    record RangInVain(CallId call, Instant at, String queue, String agent) implements Fact {}

    /** Caller and agent talk. */
    record Joined(CallId call, Instant at, String queue, String agent, Duration waited) implements Fact {}

    /**
     * They are parted.
     *
     * @param wrapUp how long the agent is left alone now
     */
    record Parted(CallId call, Instant at, String queue, String agent, Duration talked, Duration wrapUp)
            implements Fact {}

    /** Hung up while waiting. */
    record Abandoned(CallId call, Instant at, String queue, Duration waited) implements Fact {}

    /** Left the queue without an agent. */
    record WentOn(CallId call, Instant at, String queue, Duration waited, Exit exit) implements Fact {}

    /** Which way out of a queue, of those that are not an agent's. */
    enum Exit {
        TIME_OUT,
        KEY,
        /** Nobody was there who could have answered. */
        EMPTY,
        /** Not told. */
        UNKNOWN
    }

    /** Waited until then; what came of it was not seen. */
    record LostFromSight(CallId call, Instant at, String queue) implements Fact {}

    /** The call is over for us: last fact of every call. */
    record Over(CallId call, Instant at, End end) implements Fact {}

    /** How a call ended. */
    enum End {
        CALLER_HUNG_UP_WAITING,
        CALLER_HUNG_UP_TALKING,
        AGENT_HUNG_UP,
        /** Goes on elsewhere in the other switch. */
        WENT_ON,
        /** Not seen. */
        UNSEEN
    }
}
