package org.hotline.switchboard;

import java.util.List;
import org.hotline.audio.Frame;

/** A sound played over and over, one frame at a time. Belongs to one thread. */
final class Loop {
    private final List<Frame> frames;
    private int at;

    /** At least one frame. */
    Loop(List<Frame> frames) {
        this.frames = frames;
    }

    Frame next() {
        Frame frame = frames.get(at);
        at = (at + 1) % frames.size();
        return frame;
    }
}
