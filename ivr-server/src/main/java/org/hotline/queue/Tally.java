package org.hotline.queue;

import java.time.Duration;
import java.time.LocalDate;

/** Counts one queue's day while it goes on, ours or an observed one. One thread at a time. */
public final class Tally {
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
    private int unseen;
    private Duration waitedAnswered = Duration.ZERO;
    private int handled;
    private Duration talked = Duration.ZERO;
    private Duration wrappedUp = Duration.ZERO;

    /** A day that has not begun. */
    public Tally(QueueSettings settings) {
        this.settings = settings;
    }

    /** All begins anew, with so many who wait. */
    public void beginDay(LocalDate newDay, int waiting) {
        day = newDay;
        waitingIn = waiting;
        offered = 0;
        answered = 0;
        answeredInTime = 0;
        abandoned = 0;
        shortAbandoned = 0;
        interrupted = 0;
        flowedOut = 0;
        unseen = 0;
        waitedAnswered = Duration.ZERO;
        handled = 0;
        talked = Duration.ZERO;
        wrappedUp = Duration.ZERO;
    }

    /** One more entered. */
    public void offered() {
        offered++;
    }

    /** One was joined by an agent. */
    public void answered(Duration waited) {
        answered++;
        waitedAnswered = waitedAnswered.plus(waited);
        if (waited.compareTo(settings.targetWithin()) <= 0) {
            answeredInTime++;
        }
    }

    /** One hung up while waiting. */
    public void abandoned(Duration waited) {
        abandoned++;
        if (waited.compareTo(settings.shortAbandon()) <= 0) {
            shortAbandoned++;
        }
    }

    /** One was lost because the server stopped. */
    public void interrupted() {
        abandoned++;
        interrupted++;
    }

    /** One left by time-out or key. */
    public void flowedOut() {
        flowedOut++;
    }

    /** What became of one was not seen. */
    public void unseen() {
        unseen++;
    }

    /** A talk ended after {@code talk}. */
    public void talked(Duration talk) {
        handled++;
        talked = talked.plus(talk);
    }

    /** An agent wrapped up for so long. */
    public void wrappedUp(Duration time) {
        wrappedUp = wrappedUp.plus(time);
    }

    /** The day counted. */
    public LocalDate day() {
        return day;
    }

    /** The counts so far. */
    public DayCounts counts() {
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
                unseen,
                waitedAnswered,
                handled,
                talked,
                wrappedUp);
    }
}
