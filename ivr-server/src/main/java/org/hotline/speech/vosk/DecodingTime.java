package org.hotline.speech.vosk;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How long sound was and how long decoding it took, added up over all workers. */
final class DecodingTime {
    private final LongAdder nanos = new LongAdder();
    private final DoubleAdder sound = new DoubleAdder();

    /** A piece of {@code seconds} of sound that took {@code nanoseconds} of a worker. */
    void add(long nanoseconds, double seconds) {
        nanos.add(nanoseconds);
        sound.add(seconds);
    }

    /** Seconds of workers' time since the start. */
    double decoding() {
        return nanos.sum() / 1e9;
    }

    /** Seconds of sound since the start. */
    double sound() {
        return sound.sum();
    }
}
