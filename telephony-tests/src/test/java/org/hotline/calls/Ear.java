package org.hotline.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.phone.PhoneCall;

/** Finds tones in what was heard: tones stand for people when it only matters who hears whom. */
final class Ear {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double LOUD = 300;
    private static final int ENOUGH_FRAMES = 25;

    private Ear() {}

    /** True if half a second or more of this tone is in the sound. */
    static boolean hearsTone(Pcm sound, double hertz) {
        return sound.frames().stream().filter(frame -> isTone(frame, hertz)).count() >= ENOUGH_FRAMES;
    }

    /** True if half a second or more of it is loud: words, where a beep is shorter. */
    static boolean hearsWords(Pcm sound) {
        return sound.frames().stream().filter(frame -> frame.rms() > LOUD).count() >= ENOUGH_FRAMES;
    }

    /** Waits until the caller hears the agent, whom a tone of this pitch stands for: until the two are joined. */
    static void joins(PhoneCall caller, PhoneCall agent, double hertz) {
        await().atMost(PATIENCE).until(() -> {
            agent.plays(Tone.sine(hertz, 8000, Duration.ofSeconds(1), 8000));
            return hearsTone(caller.heardSound(), hertz);
        });
    }

    /** True if in all of the sound there is something, but never this tone. */
    static boolean hearsAnythingBut(Pcm sound, double hertz) {
        return sound.frames().stream().anyMatch(frame -> frame.rms() > 100)
                && sound.frames().stream().noneMatch(frame -> isTone(frame, hertz));
    }

    /** The last second of what was heard. */
    static Pcm lately(Pcm sound) {
        short[] all = sound.samples();
        return Pcm.of(Arrays.copyOfRange(all, Math.max(0, all.length - sound.rate()), all.length), sound.rate());
    }

    private static boolean isTone(Frame frame, double hertz) {
        double amplitude = Goertzel.amplitude(frame.samples(), hertz, frame.rate());
        return frame.rms() > LOUD && amplitude > 0.6 * Math.sqrt(2) * frame.rms();
    }
}
