package org.hotline.speech.voskserver;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline.audio.Frame;

/**
 * The messages of an utterance that the server has not answered yet; it answers in order. Messages are sent on the call's
 * thread and answered on the client's.
 */
final class Unanswered {
    private static final int REQUEST = 0;

    private final Queue<Integer> messages = new ConcurrentLinkedQueue<>(); // frames of each
    private final AtomicInteger frames = new AtomicInteger();
    private int answered; // frames
    private int begin; // frames

    /** So much more sound will be sent. */
    void gather() {
        frames.incrementAndGet();
    }

    /** A message with so many frames is sent. */
    void sound(int sent) {
        messages.add(sent);
    }

    /** A request for the final text is sent. */
    void request() {
        messages.add(REQUEST);
    }

    /** The server has answered the next one. */
    void next() {
        Integer message = messages.poll();
        if (message == null) {
            return;
        }
        answered += message;
        frames.addAndGet(-message);
        if (message == REQUEST) {
            begin = answered;
        }
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Sound handed over, sent or not, that is not answered. */
    Duration behind() {
        return time(frames.get());
    }

    /** Where the server's times begin now: it counts anew after each final text. Only on the client's thread. */
    Duration begin() {
        return time(begin);
    }

    private static Duration time(int frames) {
        return Duration.ofMillis((long) frames * Frame.MILLIS);
    }
}
