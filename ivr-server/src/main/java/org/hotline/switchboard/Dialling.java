package org.hotline.switchboard;

import java.util.Optional;
import java.util.function.Supplier;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;

/**
 * Placing a call that another thread may give up. A call is given up by interrupting the thread that waits for the answer;
 * this makes sure that the interrupt never comes before or after that.
 */
final class Dialling {
    private Optional<Thread> waiting = Optional.empty();
    private boolean givenUp;

    /** Dials on this thread; answers a call that was given up as failed. */
    Dialled dial(Supplier<Dialled> dialler) {
        if (!begin()) {
            return new Dialled.Failed(HangupCause.NORMAL_CLEARING);
        }
        try {
            return dialler.get();
        } finally {
            end();
        }
    }

    synchronized void giveUp() {
        givenUp = true;
        waiting.ifPresent(Thread::interrupt);
    }

    private synchronized boolean begin() {
        waiting = givenUp ? Optional.empty() : Optional.of(Thread.currentThread());
        return !givenUp;
    }

    private synchronized void end() {
        waiting = Optional.empty();
        Thread.interrupted(); // an interrupt that came too late for the dialling must not hit what follows
    }
}
