package org.hotline.queue.observed;

import java.time.Instant;

/**
 * That an agent came to a queue that is not ours, left it, paused, or came back.
 *
 * @param location what is dialled
 * @param agent as the queue's log writes it
 * @param reason why paused; empty if none was given
 */
public record Duty(Instant at, String queue, String location, String agent, Kind kind, String reason) {
    /** What an agent did. */
    public enum Kind {
        ADDED,
        REMOVED,
        PAUSED,
        UNPAUSED
    }
}
