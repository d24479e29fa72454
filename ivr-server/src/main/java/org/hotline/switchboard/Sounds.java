package org.hotline.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline.audio.Frame;
import org.hotline.audio.HoldMusic;
import org.hotline.audio.Tone;

/** What the switchboard plays by itself, as frames. Any thread. */
final class Sounds {
    private static final Duration KEY = Duration.ofMillis(100);

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

    /** A key as its two tones, for the ear and for machines on the far side. */
    static List<Frame> key(char digit, int rate) {
        return Tone.key(digit, KEY, rate).frames();
    }
}
