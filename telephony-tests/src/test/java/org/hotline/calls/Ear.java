package org.hotline.calls;

import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Pcm;

/** Finds tones in what was heard: tones stand for people when it only matters who hears whom. */
final class Ear {
    private static final int ENOUGH_FRAMES = 25;

    private Ear() {}

    /** True if half a second or more of this tone is in the sound. */
    static boolean hearsTone(Pcm sound, double hertz) {
        return sound.frames().stream().filter(frame -> isTone(frame, hertz)).count() >= ENOUGH_FRAMES;
    }

    private static boolean isTone(Frame frame, double hertz) {
        double amplitude = Goertzel.amplitude(frame.samples(), hertz, frame.rate());
        return frame.rms() > 300 && amplitude > 0.6 * Math.sqrt(2) * frame.rms();
    }
}
