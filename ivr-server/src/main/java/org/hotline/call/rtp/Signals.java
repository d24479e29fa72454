package org.hotline.call.rtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline.audio.Frame;
import org.hotline.call.Signal;

/**
 * What happened in a call besides sound: keys from its media, and what its signalling posted.
 *
 * <p>Some phones send each key both ways, as telephone event and by SIP INFO. Two keys of one digit that came different
 * ways within {@link #APART} are one press, and the second is left out; each press has one such twin at the most, so a digit
 * pressed twice stays two. Call's thread, except {@link #post}.
 */
final class Signals {
    /** An INFO that was lost comes again after 0.5 s and after 1.5 s (RFC 3261 section 17.1.2.2). */
    static final Duration APART = Duration.ofSeconds(2);

    private static final int MAILBOX = 64;
    private static final int REMEMBERED = 16;

    private final BlockingQueue<Signal> posted = new ArrayBlockingQueue<>(MAILBOX);
    private final Deque<Press> single = new ArrayDeque<>(REMEMBERED);

    private enum Way {
        EVENT,
        INFO
    }

    /** A key and when it was down, in ticks: an event comes when the key is released, an INFO at any moment of it. */
    private record Press(char digit, Way way, long down, long up) {
        boolean isTwinOf(Press other) {
            long apart = Math.max(down - other.up, other.down - up);
            return digit == other.digit && way != other.way && apart <= ticks(APART);
        }
    }

    /** Delivers a signal that came by SIP with the next tick; lost if 64 are waiting. Any thread. */
    void post(Signal signal) {
        posted.offer(signal);
    }

    /** What is to be told in tick {@code now}, given the keys that the media brought. */
    List<Signal> next(List<Signal.Key> events, long now) {
        if (events.isEmpty() && posted.isEmpty()) {
            return List.of();
        }
        List<Signal> next = new ArrayList<>();
        for (Signal.Key key : events) {
            add(key, new Press(key.digit(), Way.EVENT, now - ticks(key.length()), now), next);
        }
        for (Signal signal = posted.poll(); signal != null; signal = posted.poll()) {
            if (signal instanceof Signal.Key key) {
                add(key, new Press(key.digit(), Way.INFO, now, now), next);
            } else {
                next.add(signal);
            }
        }
        return List.copyOf(next);
    }

    private void add(Signal.Key key, Press press, List<Signal> into) {
        for (Iterator<Press> earlier = single.iterator(); earlier.hasNext(); ) {
            if (press.isTwinOf(earlier.next())) {
                earlier.remove();
                return;
            }
        }
        if (single.size() == REMEMBERED) {
            single.removeFirst();
        }
        single.addLast(press);
        into.add(key);
    }

    private static long ticks(Duration time) {
        return time.toMillis() / Frame.MILLIS;
    }
}
