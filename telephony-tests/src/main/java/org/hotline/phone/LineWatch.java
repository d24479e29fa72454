package org.hotline.phone;

import org.hotline.audio.Frame;

/** Sees every frame of sound that goes over a phone's line, with the time by {@link System#nanoTime}: for measuring. */
public interface LineWatch {
    /** Watches nothing. */
    LineWatch NOBODY = new LineWatch() {
        @Override
        public void said(Frame frame, long nanos) {}

        @Override
        public void heard(Frame frame, long nanos) {}
    };

    /** A packet with this frame has just been sent. The metronome's thread. */
    void said(Frame frame, long nanos);

    /** A packet with this frame has just come. The line's reader. */
    void heard(Frame frame, long nanos);
}
