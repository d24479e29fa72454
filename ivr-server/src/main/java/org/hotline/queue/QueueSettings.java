package org.hotline.queue;

import java.time.Duration;
import java.util.Set;

/**
 * A queue as configured.
 *
 * @param name short and unique, as dialplans name it
 * @param language tag of the language its callers speak, {@code en} or {@code zh}
 * @param skills what an agent must have, besides being a member
 * @param offerTimeout how long an agent's phone rings before the call is offered to the next
 * @param wrapUp how long an agent is left alone after a talk; zero for not at all
 * @param maxWait the longest wait, whatever the dialplan allows
 * @param targetWithin the service level's T: answered within it counts as in time
 * @param targetPercent the service level aimed at, 0 to 100
 * @param shortAbandon an abandon within this time is a short one (metrics.md: 5 s is our choice, no standard exists)
 */
public record QueueSettings(
        String name,
        String language,
        Set<String> skills,
        Duration offerTimeout,
        Duration wrapUp,
        Duration maxWait,
        Duration targetWithin,
        int targetPercent,
        Duration shortAbandon) {
    public QueueSettings {
        skills = Set.copyOf(skills);
        if (offerTimeout.isNegative() || offerTimeout.isZero()) {
            throw new IllegalArgumentException("queue " + name + ": an offer needs time to ring, not " + offerTimeout);
        }
        if (wrapUp.isNegative() || maxWait.isNegative() || targetPercent < 0 || targetPercent > 100) {
            throw new IllegalArgumentException("queue " + name + ": times must not be negative, percent is 0 to 100");
        }
    }

    /** The usual: 15 s of ringing, 10 s of wrap-up, at most 15 minutes of waiting, 80 % within 20 s. */
    public static QueueSettings of(String name, String language) {
        return new QueueSettings(
                name,
                language,
                Set.of(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(20),
                80,
                Duration.ofSeconds(5));
    }
}
