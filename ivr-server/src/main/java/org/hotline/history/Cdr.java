package org.hotline.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;

/**
 * Call detail record: one call on one line, derived from its events.
 *
 * @param id the call
 * @param arrivedAt when it came
 * @param answeredAt when we answered
 * @param endedAt when it ended; nothing while it goes on
 * @param calling calling number as received; empty if withheld
 * @param dialled dialled number
 * @param dialplan name of the plan that served it; empty if none did
 * @param language {@code en} or {@code zh}; empty if none
 * @param turns turns taken
 * @param issue the located problem
 * @param confirmed the caller said yes to it
 * @param queue the last queue waited in
 * @param waited total time in queues
 * @param agent the last agent talked to
 * @param talked total time with agents
 * @param recording file of the recording, relative to the recordings folder
 * @param ending how it ended; nothing while it goes on
 */
public record Cdr(
        CallId id,
        Instant arrivedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        String calling,
        String dialled,
        String dialplan,
        String language,
        int turns,
        Optional<String> issue,
        boolean confirmed,
        Optional<String> queue,
        Duration waited,
        Optional<String> agent,
        Duration talked,
        Optional<String> recording,
        Optional<Ending> ending) {

    /** Ended with us alone: answered, never queued for an agent or joined by one, nor connected elsewhere. */
    public boolean isContained() {
        return answeredAt.isPresent()
                && agent.isEmpty()
                && queue.isEmpty()
                && ending.filter(Ending.Transferred.class::isInstance).isEmpty();
    }
}
