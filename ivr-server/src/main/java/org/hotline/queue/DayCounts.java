package org.hotline.queue;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A queue's counts of one business day, in the words of metrics.md section 1. At every moment {@code waitingIn + offered
 * = answered + abandoned + flowedOut + unseen +} those who wait now.
 *
 * @param waitingIn W: waited when the day began
 * @param offered O: entered
 * @param answered A: joined by an agent
 * @param answeredInTime A_T: within the queue's target
 * @param abandoned B: hung up while waiting, or lost by {@code interrupted}
 * @param shortAbandoned B_s: abandoned within the queue's short-abandon time
 * @param interrupted those of {@code abandoned} who were lost because the server stopped
 * @param flowedOut F: left by time-out or key
 * @param unseen U: what became of them was not seen; only of queues that are observed
 * @param waitedAnswered sum of the waits of {@code answered}
 * @param handled talks that ended
 * @param talked sum of their lengths, hold included
 * @param wrappedUp sum of the wrap-up times after them
 */
public record DayCounts(
        LocalDate day,
        int waitingIn,
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandoned,
        int interrupted,
        int flowedOut,
        int unseen,
        Duration waitedAnswered,
        int handled,
        Duration talked,
        Duration wrappedUp) {

    /** Our service level A_T / (O - B_s - U), 0 to 1; 1 while nobody came. */
    public double serviceLevel() {
        int counted = offered - shortAbandoned - unseen;
        return counted <= 0 ? 1 : Math.min(1, (double) answeredInTime / counted);
    }

    /** ASA, the average speed of answer; zero while nobody was answered. */
    public Duration averageSpeedOfAnswer() {
        return answered == 0 ? Duration.ZERO : waitedAnswered.dividedBy(answered);
    }

    /** AHT, the average handle time: talk with hold, and wrap-up; zero while nothing was handled. */
    public Duration averageHandleTime() {
        return handled == 0 ? Duration.ZERO : talked.plus(wrappedUp).dividedBy(handled);
    }
}
