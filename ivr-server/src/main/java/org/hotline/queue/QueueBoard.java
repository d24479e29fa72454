package org.hotline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;

/**
 * The centre at one moment: immutable, for anyone to read.
 *
 * @param at the moment
 * @param queues every configured queue, in the order of the configuration
 * @param agents every configured agent, likewise
 */
public record QueueBoard(Instant at, List<Line> queues, List<Desk> agents) {
    public QueueBoard {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /** The agent's desk, if there is such an agent. */
    public Optional<Desk> agent(String name) {
        return agents.stream()
                .filter(desk -> desk.profile().name().equals(name))
                .findFirst();
    }

    /** The queue's line, if there is such a queue. */
    public Optional<Line> queue(String name) {
        return queues.stream()
                .filter(line -> line.settings().name().equals(name))
                .findFirst();
    }

    /**
     * One queue.
     *
     * @param waiting in order of service
     */
    public record Line(QueueSettings settings, List<Waiting> waiting, DayCounts today) {
        public Line {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * One waiting caller.
     *
     * @param offeredTo the agent whose phone rings for this call
     */
    public record Waiting(CallId call, Instant since, Optional<String> offeredTo) {}

    /**
     * One agent.
     *
     * @param reachable the phone can be called
     */
    public record Desk(AgentProfile profile, AgentState state, boolean reachable) {}
}
