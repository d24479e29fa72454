package org.hotline.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the free agents gets a caller. Pure. */
public interface RoutingStrategy {
    /**
     * The one who has been idle longest; those who already let this caller ring come last, so that an agent who never
     * answers does not keep a caller from one who would.
     */
    RoutingStrategy LONGEST_IDLE_FIRST = candidates -> candidates.stream()
            .min(Comparator.comparing(Candidate::hasReturnedThisCaller)
                    .thenComparing(Candidate::idleSince)
                    .thenComparing(Candidate::agent));

    /** The agent to offer the caller to; nothing to let the caller wait. */
    Optional<Candidate> choose(List<Candidate> candidates);

    /** An agent who is free, reachable and able. */
    record Candidate(String agent, Instant idleSince, boolean hasReturnedThisCaller) {}
}
