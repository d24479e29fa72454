package org.hotline.call.sip.dialog;

import java.time.Duration;

/**
 * How long a session lives without a refresh (RFC 4028).
 *
 * @param usual what we propose and grant at most
 * @param shortest the least we accept, our Min-SE: less is answered with 422
 */
public record SessionTimes(Duration usual, Duration shortest) {
    /** Half an hour, and the minute and a half below which RFC 4028 section 5 forbids to go. */
    public static final SessionTimes DEFAULT = new SessionTimes(Duration.ofMinutes(30), Duration.ofSeconds(90));

    public SessionTimes {
        if (shortest.toSeconds() < 1 || usual.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a session's usual time must not be below its shortest");
        }
    }
}
