package org.hotline.call.rtp;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Wakes the threads of the calls in the pacer's stead: one virtual thread, so that the pacer pays for one hand-over
 * instead of hundreds, and the call threads are made ready from within their scheduler, where that is cheap.
 */
final class Bell implements AutoCloseable {
    private final AtomicInteger rung = new AtomicInteger();
    private final IntConsumer wake;
    private final Thread thread = Thread.ofVirtual().name("rtp-bell").unstarted(this::run);
    private volatile boolean open = true;

    /** @param wake wakes those of one slot, 0 to 31 */
    Bell(IntConsumer wake) {
        this.wake = wake;
    }

    void start() {
        thread.start();
    }

    /** Has the slots in this set of bits woken soon. Never blocks. */
    void ring(int slots) {
        rung.getAndUpdate(before -> before | slots);
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (open) {
            int slots = rung.getAndSet(0);
            if (slots == 0) {
                LockSupport.park(this);
            }
            for (int left = slots; left != 0; left &= left - 1) {
                wake.accept(Integer.numberOfTrailingZeros(left));
            }
        }
    }
}
