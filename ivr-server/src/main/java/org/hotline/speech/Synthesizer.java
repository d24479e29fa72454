package org.hotline.speech;

import java.util.Optional;
import org.hotline.audio.Pcm;

/**
 * Turns text into speech. May take its time (a process, a server, a file): call it before the sound is needed or behind
 * {@code Caller.whileHolding}.
 */
public interface Synthesizer {
    /**
     * The text as sound.
     *
     * @param language whose voice and spelling
     * @param text what to say, in the language's ordinary writing; may hold numbers, amounts and dates
     * @param rate wanted sample rate in hertz
     * @return the sound, or nothing if this text cannot be spoken here
     */
    Optional<Pcm> speak(Language language, String text, int rate);
}
