package org.hotline.switchboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline.audio.Frame;

/**
 * What one side of a bridge says, on its way to the other side. {@link #next} belongs to the other side's thread, all else
 * to the speaker's.
 */
final class Mouth {
    /** 100 ms: two lines of one pacer differ by less than a frame; what is more is jitter and is dropped, oldest first. */
    private static final int MAILBOX = 5;

    private final BlockingQueue<Frame> said = new ArrayBlockingQueue<>(MAILBOX);
    private final Deque<Frame> tones = new ArrayDeque<>();
    private final Loop music;
    private final Frame silence;
    private final int rate;
    private volatile boolean holds;

    Mouth(int rate, List<Frame> music) {
        this.rate = rate;
        this.music = new Loop(music);
        this.silence = Frame.silence(rate);
    }

    void say(Frame heard) {
        Frame frame = tones.isEmpty() ? heard : tones.removeFirst();
        while (!said.offer(frame)) {
            said.poll();
        }
    }

    /** A key is heard on the other side as its tone. */
    void press(char digit) {
        tones.addAll(Sounds.key(digit, rate));
    }

    /** This side turned away: the other hears music. */
    void hold() {
        holds = true;
    }

    void resume() {
        said.clear();
        holds = false;
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
