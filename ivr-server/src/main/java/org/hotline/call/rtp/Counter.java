package org.hotline.call.rtp;

import java.util.concurrent.atomic.AtomicLong;

/** A number that one thread counts and any thread may read: no locked instruction on the way. */
final class Counter {
    private final AtomicLong value = new AtomicLong();

    void increment() {
        add(1);
    }

    void add(long more) {
        value.setOpaque(value.getPlain() + more);
    }

    long value() {
        return value.getOpaque();
    }
}
