package org.hotline.queue;

import java.time.Duration;
import java.util.Optional;
import org.hotline.call.CallId;

/** What happens to the centre. Events about calls, agents or offers that are not known (any more) change nothing. */
public sealed interface Event {
    /** A caller wants an agent of {@code queue}; {@code atMost} is the dialplan's limit of waiting, if it has one. */
    record CallerEntered(CallId call, String queue, Optional<Duration> atMost) implements Event {}

    /** A waiting caller is gone. */
    record CallerLeft(CallId call, Leaving why) implements Event {}

    /** An agent begins to work and is available. */
    record AgentSignedIn(String agent) implements Event {}

    /** An agent stops working: at once, or after the present talk. */
    record AgentSignedOut(String agent) implements Event {}

    /** An agent ends a break or wrap-up. */
    record AgentReady(String agent) implements Event {}

    /** An agent wants no calls: at once, or after the present talk. */
    record BreakBegun(String agent) implements Event {}

    /** The agent's phone can be called. */
    record PhoneReachable(String agent) implements Event {}

    /** The agent's phone can not be called. */
    record PhoneUnreachable(String agent) implements Event {}

    /**
     * The distributor has decided: the agent's phone rings for this call. Its own effect, journalled so that playing the
     * journal again repeats decisions instead of making new ones.
     */
    record OfferMade(Offer offer) implements Event {}

    /** The agent picked up and is being told what the call is about. */
    record OfferPickedUp(long offer, String agent) implements Event {}

    /** The agent knows and takes the caller. */
    record OfferAccepted(long offer, String agent) implements Event {}

    /** The agent did not take the caller. */
    record OfferReturned(long offer, String agent, Offer.Return why) implements Event {}

    /** Agent and caller are parted. */
    record TalkEnded(CallId call, String agent) implements Event {}

    /** Time has passed and a {@link CallDistributor#deadline} with it. */
    record ClockTicked() implements Event {}

    /** The process began anew: calls of the one before are gone, phones unknown. */
    record Restarted() implements Event {}

    /** Why a caller left by himself. */
    enum Leaving {
        /** Abandoned. */
        HUNG_UP,
        /** Pressed a key to go elsewhere: flows out. */
        KEY_EXIT
    }
}
