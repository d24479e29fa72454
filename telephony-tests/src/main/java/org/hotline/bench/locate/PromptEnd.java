package org.hotline.bench.locate;

import org.hotline.audio.Frame;
import org.hotline.phone.LineWatch;

/** Notices when the other side, having said something, is done. Any thread. */
final class PromptEnd implements LineWatch {
    /** Root mean square from which a frame is no silence; the server's own silence is zero. */
    private static final double SOUND = 20;

    /** Frames without sound after which a prompt has ended: no pause inside a sentence is so long. */
    private static final int PAUSE = 20;

    private boolean sounded;
    private int quiet;

    @Override
    public void said(Frame frame, long nanos) {}

    @Override
    public synchronized void heard(Frame frame, long nanos) {
        boolean sound = frame.rms() >= SOUND;
        sounded |= sound;
        quiet = sound ? 0 : quiet + 1;
    }

    /** What was heard before does not count. */
    synchronized void forget() {
        sounded = false;
    }

    /** Something was said, and 400 ms of silence followed. */
    synchronized boolean isNow() {
        return sounded && quiet >= PAUSE;
    }
}
