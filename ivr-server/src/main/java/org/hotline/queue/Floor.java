package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hotline.queue.RoutingStrategy.Candidate;

/** All agents: who sits where, and who is free. */
final class Floor {
    private final Map<String, Agent> agents = new LinkedHashMap<>();

    /** @param wrapUps is told of every wrap-up that is over, by queue */
    Floor(List<AgentProfile> profiles, BiConsumer<String, Duration> wrapUps) {
        profiles.forEach(profile -> agents.put(profile.name(), new Agent(profile, wrapUps)));
    }

    Collection<Agent> agents() {
        return agents.values();
    }

    Optional<Agent> agent(String name) {
        return Optional.ofNullable(agents.get(name));
    }

    boolean someoneIsFreeFor(QueueSettings queue, Instant now) {
        return agents.values().stream()
                .anyMatch(agent -> agent.freeFor(queue, now).isPresent());
    }

    List<Candidate> candidates(QueueSettings queue, WaitingCaller caller, Instant now) {
        return agents.values().stream()
                .flatMap(agent -> agent
                        .freeFor(queue, now)
                        .map(idle -> new Candidate(agent.name(), idle, caller.wasReturnedBy(agent.name())))
                        .stream())
                .toList();
    }

    /** When time will next change an agent's state, after {@code now}. */
    Optional<Instant> deadline(Instant now) {
        return agents.values().stream()
                .flatMap(agent -> agent.deadline(now).stream())
                .min(Comparator.naturalOrder());
    }

    List<QueueBoard.Desk> picture() {
        return agents.values().stream().map(Agent::picture).toList();
    }
}
