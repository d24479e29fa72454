package org.hotline.switchboard;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline.audio.Frame;
import org.hotline.audio.HoldMusic;
import org.hotline.audio.Tone;

/** What the switchboard plays by itself, as frames. Any thread. */
final class Sounds {
    /** A tenth of a second of arithmetic, so made once a rate. */
    private static final Map<Integer, List<Frame>> MUSIC = new ConcurrentHashMap<>();

    private Sounds() {}

    /** Music to be played over and over. */
    static List<Frame> music(int rate) {
        return MUSIC.computeIfAbsent(
                rate, hertz -> List.copyOf(HoldMusic.round(hertz).frames()));
    }

    /** "Speak now." */
    static List<Frame> beep(int rate) {
        return Tone.beep(rate).frames();
    }
}
