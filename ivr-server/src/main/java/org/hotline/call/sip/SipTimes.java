package org.hotline.call.sip;

import java.time.Duration;
import org.hotline.call.sip.dialog.SessionTimes;

/**
 * How long the SIP endpoint waits for what.
 *
 * @param t1 the estimate of a round trip that all timers of transactions are multiples of (RFC 3261 section 17.1.1.1), 10
 *     ms or more; T2 is eight times, T4 ten times as long
 * @param sessions how long a session lives without a refresh
 * @param askEvery how often a registered phone is asked whether it is there; NATs forget UDP after 30 s and more
 * @param askPatience how long it may take to answer before it is asked again
 */
public record SipTimes(Duration t1, SessionTimes sessions, Duration askEvery, Duration askPatience) {
    /** Half a second as the RFC recommends, usual sessions, 28 s and 5 s. */
    public static final SipTimes DEFAULT =
            new SipTimes(Duration.ofMillis(500), SessionTimes.DEFAULT, Duration.ofSeconds(28), Duration.ofSeconds(5));

    public SipTimes {
        if (t1.toMillis() < 10) {
            throw new IllegalArgumentException("T1 must be at least 10 ms");
        }
    }

    /** The same with another T1. */
    public SipTimes t1(Duration other) {
        return new SipTimes(other, sessions, askEvery, askPatience);
    }

    /** The same with other session times. */
    public SipTimes sessions(SessionTimes other) {
        return new SipTimes(t1, other, askEvery, askPatience);
    }

    /** The same asking phones at another pace. */
    public SipTimes asking(Duration every, Duration patience) {
        return new SipTimes(t1, sessions, every, patience);
    }
}
