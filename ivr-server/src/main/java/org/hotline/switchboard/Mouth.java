package org.hotline.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline.audio.Frame;
import org.hotline.call.Signal;

/**
 * What one side of a bridge says, on its way to the other side. {@link #next} and {@link #keys} belong to the other
 * side's thread, all else to the speaker's.
 */
final class Mouth {
    /** 100 ms: two lines of one pacer differ by less than a frame; what is more is jitter and is dropped, oldest first. */
    private static final int MAILBOX = 5;

    private static final int KEYS = 16;

    private final BlockingQueue<Frame> said = new ArrayBlockingQueue<>(MAILBOX);
    private final BlockingQueue<Signal.Key> pressed = new ArrayBlockingQueue<>(KEYS);
    private final Loop music;
    private final Frame silence;
    private volatile boolean holds;

    Mouth(int rate, List<Frame> music) {
        this.music = new Loop(music);
        this.silence = Frame.silence(rate);
    }

    void say(Frame heard) {
        while (!said.offer(heard)) {
            said.poll();
        }
    }

    /** A key to be pressed on the other side; lost if 16 are waiting. */
    void press(Signal.Key key) {
        pressed.offer(key);
    }

    /** This side turned away: the other hears music. */
    void hold() {
        holds = true;
    }

    void resume() {
        said.clear();
        holds = false;
    }

    /** The keys pressed since, mostly none; the other side's thread. */
    List<Signal.Key> keys() {
        if (pressed.isEmpty()) {
            return List.of();
        }
        List<Signal.Key> keys = new ArrayList<>();
        pressed.drainTo(keys);
        return keys;
    }

    /** What the other side hears next. */
    Frame next() {
        if (holds) {
            return music.next();
        }
        Frame frame = said.poll();
        return frame == null ? silence : frame;
    }
}
