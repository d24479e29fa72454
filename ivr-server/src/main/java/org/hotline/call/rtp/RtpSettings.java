package org.hotline.call.rtp;

import java.time.Duration;

/**
 * How the media engine is set up.
 *
 * @param firstPort lowest RTP port, even; RTCP takes the odd one above each
 * @param lastPort highest RTP port, even. Keep the range outside the system's ephemeral ports (Linux: 32768 and up), or
 *     other programs take ports away
 * @param mediaTimeout a call that hears nothing for this long, and is not on hold, ends with MEDIA_LOST
 * @param shortestDelay the least the jitter buffer holds back
 * @param longestDelay the most it holds back; what comes later than that is lost
 */
public record RtpSettings(
        int firstPort, int lastPort, Duration mediaTimeout, Duration shortestDelay, Duration longestDelay) {
    /** Ports 20000 to 29998, 30 seconds, 40 to 120 ms. */
    public static final RtpSettings DEFAULT =
            new RtpSettings(20_000, 29_998, Duration.ofSeconds(30), Duration.ofMillis(40), Duration.ofMillis(120));

    public RtpSettings {
        if (firstPort % 2 != 0 || lastPort % 2 != 0 || firstPort < 1024 || lastPort > 65_534 || firstPort > lastPort) {
            throw new IllegalArgumentException(
                    "RTP ports must be two even numbers from 1024 to 65534 in rising order, not " + firstPort + " and "
                            + lastPort);
        }
        if (shortestDelay.isNegative() || longestDelay.compareTo(shortestDelay) < 0) {
            throw new IllegalArgumentException("the jitter buffer's shortest delay must not exceed its longest");
        }
    }

    /** The same with other ports. */
    public RtpSettings ports(int first, int last) {
        return new RtpSettings(first, last, mediaTimeout, shortestDelay, longestDelay);
    }

    /** The same with another media timeout. */
    public RtpSettings mediaTimeout(Duration timeout) {
        return new RtpSettings(firstPort, lastPort, timeout, shortestDelay, longestDelay);
    }
}
