package org.hotline.queue.observed;

import java.time.Duration;

/**
 * What is told of queues that are not ours, in the order it was told. A caller is known by the other switch's own name for
 * the caller's channel, a member by queue and location.
 */
public sealed interface Sighting {
    /** All that there is now follows; what is not in it until {@link SnapshotComplete} is gone. */
    record SnapshotBegun() implements Sighting {}

    /** Of the snapshot: a queue. */
    record QueueSeen(String queue) implements Sighting {}

    /** Of the snapshot: a member. */
    record MemberSeen(Member member) implements Sighting {}

    /**
     * Of the snapshot: somebody waits.
     *
     * @param position from 1
     */
    record CallerSeen(String queue, int position, Caller caller, Duration waited) implements Sighting {}

    /** The snapshot is whole. */
    record SnapshotComplete() implements Sighting {}

    /** Nothing is told any more until the next snapshot. */
    record Lost() implements Sighting {}

    /** A member is new or different: all that is known of it. */
    record MemberChanged(Member member) implements Sighting {}

    /** A member is none any more. */
    record MemberRemoved(String queue, String location) implements Sighting {}

    /** A caller began to wait. */
    record CallerJoined(String queue, int position, Caller caller) implements Sighting {}

    /** A caller waits no more: taken by an agent, which is told later, or gone elsewhere. */
    record CallerLeft(String queue, String channel) implements Sighting {}

    /** A caller is about to hang up; told of all channels. {@link ChannelGone} follows. */
    record ChannelHangsUp(String channel) implements Sighting {}

    /**
     * A caller waits no more and got no agent: hung up, or ran into a time-out or an empty queue. {@link CallerLeft} is told
     * besides, after it. Who leaves by a key only leaves.
     */
    record CallerGaveUp(String queue, Caller caller, Duration waited) implements Sighting {}

    /** Which way a caller who waits no more and has no agent went. Told by few switches, soon after it. */
    record CallerLeftBy(String channel, Fact.Exit exit) implements Sighting {}

    /** A member's phone rings for a caller. */
    record AgentCalled(String queue, String location, String agent, Caller caller) implements Sighting {}

    /** A member's phone rang in vain, or the member hung up during an announcement. The caller goes on waiting. */
    record AgentDidNotAnswer(String queue, String location, String agent, Caller caller) implements Sighting {}

    /**
     * Caller and member talk.
     *
     * @param device the name of the member's channel; empty if not told
     */
    record AgentConnected(String queue, String location, String agent, Caller caller, Duration waited, String device)
            implements Sighting {}

    /** Caller and member are parted. */
    record AgentCompleted(
            String queue,
            String location,
            String agent,
            Caller caller,
            Duration waited,
            Duration talked,
            Parting parting)
            implements Sighting {}

    /** A channel is gone; told of all channels, callers' or not. */
    record ChannelGone(String channel) implements Sighting {}

    /** Time has passed and a {@link ObservedQueues#deadline} with it. */
    record ClockTicked() implements Sighting {}

    /** Who parted caller and member. */
    enum Parting {
        CALLER,
        AGENT,
        /** The caller was transferred on. */
        TRANSFER
    }
}
