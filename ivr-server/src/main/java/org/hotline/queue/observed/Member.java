package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An agent as one queue knows it.
 *
 * @param location what is dialled, {@code PJSIP/alice} or {@code Local/200@agents}: the same agent in every queue
 * @param name as the queue's log writes it
 * @param dynamic may be removed; else is a member by configuration
 * @param device the phone
 * @param pausedReason empty if none was given
 * @param inCall with a caller of a queue
 * @param lastCall when the last call of this queue ended
 * @param pausedSince when the last pause began
 * @param memberSince when it became a member
 * @param wrapUp how long it is left alone after a call
 */
public record Member(
        String queue,
        String location,
        String name,
        boolean dynamic,
        Device device,
        boolean paused,
        String pausedReason,
        boolean inCall,
        Optional<Instant> lastCall,
        Optional<Instant> pausedSince,
        Optional<Instant> memberSince,
        Duration wrapUp) {

    /** What the phone does. */
    public enum Device {
        FREE,
        RINGING,
        BUSY,
        /** Not registered, or there is no such phone. */
        UNREACHABLE,
        /** The other switch does not know; it calls such phones. */
        UNKNOWN
    }
}
