package org.hotline.call.asterisk;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hotline.audio.Frame;

/** The few frames between the call's thread, which says them, and the pacer, which sends them: one writer, one reader. */
final class Said {
    /** 60 ms is the most that speech is ahead of the line, and so the most that barge-in waits. */
    static final int CAPACITY = 3;

    private final AtomicReferenceArray<Frame> frames = new AtomicReferenceArray<>(CAPACITY);
    private volatile long said;
    private volatile long sent;

    /** Adds one frame; dropped if there are three. Call's thread. */
    void offer(Frame frame) {
        long at = said;
        if (at - sent < CAPACITY) {
            frames.set((int) (at % CAPACITY), frame);
            said = at + 1;
        }
    }

    /** The oldest frame, or {@code otherwise} if none is waiting. Pacer's thread. */
    Frame poll(Frame otherwise) {
        long at = sent;
        if (at == said) {
            return otherwise;
        }
        Frame frame = frames.get((int) (at % CAPACITY));
        sent = at + 1;
        return frame;
    }
}
