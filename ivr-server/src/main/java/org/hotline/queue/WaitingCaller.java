package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;

/** A caller in a queue, with a place, a limit, and perhaps an offer out. */
final class WaitingCaller {
    private final CallId call;
    private final Instant since;
    private final Instant until;
    private final Set<String> returnedBy = new HashSet<>();
    private Optional<Offer> offer = Optional.empty();
    private int toldPosition;

    WaitingCaller(CallId call, Instant since, Instant until) {
        this.call = call;
        this.since = since;
        this.until = until;
    }

    CallId call() {
        return call;
    }

    Instant since() {
        return since;
    }

    /** When the wait is over; while an offer is out it goes on, for the agent may be picking up. */
    Instant until() {
        return until;
    }

    Duration waited(Instant now) {
        return Duration.between(since, now);
    }

    Optional<Offer> offer() {
        return offer;
    }

    void offered(Offer made) {
        offer = Optional.of(made);
    }

    /** The offer is no longer out; {@code counts} if the agent let it ring or rejected it. */
    void offerCameBack(boolean counts) {
        if (counts) {
            offer.ifPresent(made -> returnedBy.add(made.agent()));
        }
        offer = Optional.empty();
    }

    boolean wasReturnedBy(String agent) {
        return returnedBy.contains(agent);
    }

    /** Takes note of the caller's place; true if it is news to the caller. */
    boolean movesTo(int position) {
        boolean news = position != toldPosition;
        toldPosition = position;
        return news;
    }
}
