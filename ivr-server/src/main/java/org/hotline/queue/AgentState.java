package org.hotline.queue;

import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;

/** What an agent is doing, in the glossary's six words. */
public sealed interface AgentState {
    /** When it began. */
    Instant since();

    /** The glossary's word: signed-out, available, offered, talking, wrapping-up or on-break. */
    default String word() {
        return switch (this) {
            case SignedOut state -> "signed-out";
            case Available state -> "available";
            case Offered state -> "offered";
            case Talking state -> "talking";
            case WrappingUp state -> "wrapping-up";
            case OnBreak state -> "on-break";
        };
    }

    /** The call offered or talked to. */
    default Optional<CallId> busyWith() {
        return switch (this) {
            case Offered state -> Optional.of(state.offer.call());
            case Talking state -> Optional.of(state.call);
            case SignedOut state -> Optional.empty();
            case Available state -> Optional.empty();
            case WrappingUp state -> Optional.empty();
            case OnBreak state -> Optional.empty();
        };
    }

    /** Not at work. */
    record SignedOut(Instant since) implements AgentState {}

    /**
     * Waits for calls.
     *
     * @param from no offer before this: cools down after one that came back
     */
    record Available(Instant since, Instant from) implements AgentState {}

    /**
     * The phone rings, or the agent listens to the whisper.
     *
     * @param until then the offer goes elsewhere
     * @param idleSince kept for when the caller hangs up meanwhile, which is not the agent's fault
     */
    record Offered(Instant since, Offer offer, Instant until, Instant idleSince) implements AgentState {}

    /** With a caller. */
    record Talking(Instant since, CallId call, String queue) implements AgentState {}

    /** Finishes the last call's work. */
    record WrappingUp(Instant since, Instant until) implements AgentState {}

    /**
     * Wants no calls.
     *
     * @param notResponding put there because offers were not answered, rather than by choice
     */
    record OnBreak(Instant since, boolean notResponding) implements AgentState {}
}
