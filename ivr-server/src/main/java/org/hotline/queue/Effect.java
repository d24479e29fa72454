package org.hotline.queue;

import java.time.Duration;
import org.hotline.call.CallId;

/** What is to be done in the world because of an {@link Event}. */
public sealed interface Effect {
    /** Ring the agent's phone. */
    record MakeOffer(Offer offer) implements Effect {}

    /** Stop ringing, or let the agent go who has picked up. */
    record CancelOffer(Offer offer, Withdrawal why) implements Effect {}

    /** Join the caller and the agent who accepted. */
    record Connect(Offer offer, Duration waited) implements Effect {}

    /** The caller's place has changed; 1 is next. */
    record TellPosition(CallId call, int position) implements Effect {}

    /** The caller is out of the queue and must be taken elsewhere. */
    record WaitIsOver(CallId call, String queue, Refusal why, Duration waited) implements Effect {}

    /** Why an offer is taken back. */
    enum Withdrawal {
        CALLER_LEFT,
        TIMED_OUT,
        AGENT_LEFT
    }

    /** Why a queue keeps a caller no longer. */
    enum Refusal {
        WAITED_TOO_LONG,
        NO_SUCH_QUEUE
    }
}
