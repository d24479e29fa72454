package org.hotline.switchboard;

import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;

/** An agent's wish to send the caller on, to a place that is allowed, until it is known what became of it. Any thread. */
final class Referral {
    private final String target;
    private final Signal.Referred asked;
    private final AtomicBoolean decided = new AtomicBoolean();
    private volatile boolean open = true;

    /** @param target what is dialled for it */
    Referral(String target, Signal.Referred asked) {
        this.target = target;
        this.asked = asked;
    }

    String target() {
        return target;
    }

    void connected() {
        become(new Signal.Fate.Connected());
    }

    void failed(HangupCause cause) {
        become(new Signal.Fate.Failed(cause));
    }

    /** The first fate counts. The phone is told before the wish counts as closed, for then it may be hung up on. */
    private void become(Signal.Fate fate) {
        if (decided.compareAndSet(false, true)) {
            asked.told().accept(fate);
            open = false;
        }
    }

    boolean isOpen() {
        return open;
    }
}
