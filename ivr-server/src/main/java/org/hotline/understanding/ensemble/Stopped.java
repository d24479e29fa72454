package org.hotline.understanding.ensemble;

import java.util.concurrent.CancellationException;

/** Learning takes long, and ends early when its thread is interrupted. */
final class Stopped {
    private Stopped() {}

    /** @throws CancellationException if the thread is interrupted, which it stays */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("learning was stopped");
        }
    }
}
