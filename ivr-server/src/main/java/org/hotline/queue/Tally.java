package org.hotline.queue;

import java.time.Duration;
import java.time.LocalDate;

/** Counts one queue's day while it goes on. */
final class Tally {
    private final QueueSettings settings;
    private LocalDate day = LocalDate.EPOCH;
    private int waitingIn;
    private int offered;
    private int answered;
    private int answeredInTime;
    private int abandoned;
    private int shortAbandoned;
    private int interrupted;
    private int flowedOut;
    private Duration waitedAnswered = Duration.ZERO;

    Tally(QueueSettings settings) {
        this.settings = settings;
    }

    void beginDay(LocalDate newDay, int waiting) {
        day = newDay;
        waitingIn = waiting;
        offered = 0;
        answered = 0;
        answeredInTime = 0;
        abandoned = 0;
        shortAbandoned = 0;
        interrupted = 0;
        flowedOut = 0;
        waitedAnswered = Duration.ZERO;
    }

    void offered() {
        offered++;
    }

    void answered(Duration waited) {
        answered++;
        waitedAnswered = waitedAnswered.plus(waited);
        if (waited.compareTo(settings.targetWithin()) <= 0) {
            answeredInTime++;
        }
    }

    void abandoned(Duration waited) {
        abandoned++;
        if (waited.compareTo(settings.shortAbandon()) <= 0) {
            shortAbandoned++;
        }
    }

    void interrupted() {
        abandoned++;
        interrupted++;
    }

    void flowedOut() {
        flowedOut++;
    }

    LocalDate day() {
        return day;
    }

    DayCounts counts() {
        return new DayCounts(
                day,
                waitingIn,
                offered,
                answered,
                answeredInTime,
                abandoned,
                shortAbandoned,
                interrupted,
                flowedOut,
                waitedAnswered);
    }
}
