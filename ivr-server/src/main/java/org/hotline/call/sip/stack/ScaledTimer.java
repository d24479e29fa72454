package org.hotline.call.sip.stack;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.time.Duration;
import java.util.Properties;

/** Gives the stack, which counts everything in multiples of 500 ms, another T1: its clock runs faster or slower. */
final class ScaledTimer implements SipTimer {
    private static final long USUAL = 500;

    private final SipTimer timer;
    private final long t1;

    /** @param timer started already */
    ScaledTimer(SipTimer timer, Duration t1) {
        this.timer = timer;
        this.t1 = t1.toMillis();
    }

    private long scaled(long delay) {
        return delay * t1 / USUAL;
    }

    @Override
    public boolean schedule(SIPStackTimerTask task, long delay) {
        return timer.schedule(task, scaled(delay));
    }

    @Override
    public boolean scheduleWithFixedDelay(SIPStackTimerTask task, long delay, long period) {
        return timer.scheduleWithFixedDelay(task, scaled(delay), Math.max(1, scaled(period)));
    }

    @Override
    public void start(SipStackImpl stack, Properties properties) {
        timer.start(stack, properties);
    }

    @Override
    public boolean cancel(SIPStackTimerTask task) {
        return timer.cancel(task);
    }

    @Override
    public boolean isStarted() {
        return timer.isStarted();
    }

    @Override
    public void stop() {
        timer.stop();
    }
}
