package org.hotline.queue;

import java.time.Instant;
import org.hotline.call.CallId;

/**
 * A waiting call offered to one agent.
 *
 * @param number unique in the life of the centre: an answer to an old offer is recognised as late
 * @param call the caller's
 * @param since when the phone began to ring
 */
public record Offer(long number, CallId call, String queue, String agent, Instant since) {
    /** Why an offer came back. */
    public enum Return {
        REJECTED,
        NO_ANSWER,
        UNREACHABLE
    }
}
