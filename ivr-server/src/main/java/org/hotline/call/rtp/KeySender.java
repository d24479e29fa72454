package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline.audio.Frame;

/**
 * Presses keys towards the far side as telephone events, one packet each 20 ms: all packets of a key carry the
 * timestamp of its beginning, the first the marker, the last is sent three times (RFC 4733 section 2.5.1). Keys are
 * pressed from any thread and sent by the pacer.
 */
final class KeySender {
    private static final int TICK = PlayoutRing.FRAME;
    private static final int END_PACKETS = 3;
    private static final int GAP_TICKS = 3;
    private static final int VOLUME = 10;
    private static final int LONGEST = 0xFFFF;

    private static final Press NONE = new Press('0', 0);

    private record Press(char key, int samples) {}

    private final BlockingQueue<Press> pending = new ArrayBlockingQueue<>(64);
    private Press current = NONE;
    private int began;
    private int elapsed;
    private int ends;
    private int gap;

    /**
     * Queues one key; lost if 64 are waiting already.
     *
     * @throws IllegalArgumentException if it is no key
     */
    void press(char key, Duration length) {
        if (TelephoneEvent.code(key) < 0) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        long samples = length.toMillis() * Frame.TELEPHONE_RATE / 1000;
        pending.offer(new Press(key, Math.clamp(samples, 2 * TICK, LONGEST)));
    }

    /** Goes on by one tick; true if a packet of a key is to be sent in it, see {@link #write}. Pacer's thread. */
    boolean tick(int timestamp) {
        if (ends == END_PACKETS) {
            current = NONE;
            ends = 0;
            gap = GAP_TICKS;
        }
        if (gap > 0) {
            gap--;
            return false;
        }
        if (current.equals(NONE)) {
            Press next = pending.poll();
            if (next == null) {
                return false;
            }
            current = next;
            began = timestamp;
            elapsed = 0;
        }
        elapsed = Math.min(current.samples, elapsed + TICK);
        if (elapsed == current.samples) {
            ends++;
        }
        return true;
    }

    /** True for the first packet of a key. */
    boolean isFirst() {
        return elapsed == TICK;
    }

    /** The timestamp of the key's beginning, the same in all its packets. */
    int began() {
        return began;
    }

    /** Writes the payload of the present tick. */
    void write(ByteBuffer into) {
        TelephoneEvent.write(into, current.key, ends > 0, VOLUME, elapsed);
    }
}
