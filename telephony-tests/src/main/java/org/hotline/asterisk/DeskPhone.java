package org.hotline.asterisk;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A telephone that is registered at a played Asterisk, and rung when somebody asks the manager interface for it. */
public final class DeskPhone {
    private final String endpoint;
    private final BlockingQueue<Ringing> ringing = new LinkedBlockingQueue<>();
    private volatile boolean busy;

    DeskPhone(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Its name in Asterisk: {@code PJSIP/1001}. */
    public String endpoint() {
        return endpoint;
    }

    /** From now on refuses every call as busy. */
    public DeskPhone isBusy(boolean now) {
        busy = now;
        return this;
    }

    /** Waits until somebody calls. */
    public Ringing rings(Duration patience) {
        try {
            Ringing call = ringing.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (call == null) {
                throw new AssertionError(endpoint + " did not ring within " + patience.toSeconds() + " s");
            }
            return call;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    void ring(Ringing call) {
        call.rings();
        if (busy) {
            call.rejects(17);
        } else {
            ringing.add(call);
        }
    }
}
