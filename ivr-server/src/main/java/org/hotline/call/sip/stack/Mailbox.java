package org.hotline.call.sip.stack;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that happens to one call's signalling is queued: done one after the other, in order of posting, on a
 * virtual thread that lives while there is something to do. So no state of a call needs a lock, and no thread of the
 * SIP stack, which holds the stack's own locks, ever waits for one of ours.
 */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Any thread; never blocks. */
    public void post(Runnable task) {
        waiting.add(task);
        if (count.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::drain);
        }
    }

    private void drain() {
        do {
            Runnable task = waiting.poll();
            try {
                if (task != null) {
                    task.run();
                }
            } catch (RuntimeException
                    | StackOverflowError fault) { // one bad message must not end the call's signalling
                LOG.error("Signalling of a call failed", fault);
            }
        } while (count.decrementAndGet() > 0);
    }
}
