package org.hotline.queue.observed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.queue.QueueBoard;

/**
 * Queues that are not ours at one moment: immutable, for anyone to read.
 *
 * @param at the moment
 * @param staleSince nothing is told since then; the rest is as it was at that time. Nothing while all is well
 * @param queues in the order they were told of
 * @param agents by location
 * @param calls in these queues or with their agents, oldest first
 */
public record ObservedBoard(
        Instant at, Optional<Instant> staleSince, List<QueueBoard.Line> queues, List<Desk> agents, List<Guest> calls) {
    public ObservedBoard {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        calls = List.copyOf(calls);
    }

    /** Nothing was ever told. */
    public static ObservedBoard empty(Instant since) {
        return new ObservedBoard(since, Optional.of(since), List.of(), List.of(), List.of());
    }

    /** The desk of this name, if there is one. */
    public Optional<Desk> agent(String name) {
        return agents.stream().filter(desk -> desk.name().equals(name)).findFirst();
    }

    /**
     * One agent, whatever the number of queues.
     *
     * @param name made of the location so that it can stand in an address; differs from the names of our agents
     * @param display the name people read
     * @param location what is dialled
     * @param queues served
     * @param removable the queues of them that it can be taken out of
     * @param state what the agent does
     * @param since when that began, as far as we know
     * @param reachable the phone can be called
     * @param call the call offered or talked to, if it is one in sight
     * @param reason why on break; empty if not said
     */
    public record Desk(
            String name,
            String display,
            String location,
            List<String> queues,
            List<String> removable,
            State state,
            Instant since,
            boolean reachable,
            Optional<CallId> call,
            String reason) {
        public Desk {
            queues = List.copyOf(queues);
            removable = List.copyOf(removable);
        }
    }

    /** What an agent does, in the glossary's words. */
    public enum State {
        AVAILABLE,
        OFFERED,
        TALKING,
        WRAPPING_UP,
        ON_BREAK
    }

    /**
     * One call.
     *
     * @param cameAt when it came into sight
     * @param since waits or talks since
     * @param queue waits there, or was served from there
     * @param agent talks to this one, by {@link Desk#display()}
     * @param agentDevice the name of the agent's channel; empty if there is none, or it was never told
     */
    public record Guest(
            CallId id,
            Caller caller,
            Instant cameAt,
            Instant since,
            String queue,
            Optional<String> agent,
            String agentDevice) {}
}
