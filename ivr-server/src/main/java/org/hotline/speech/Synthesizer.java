package org.hotline.speech;

import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;

/**
 * Turns text and values into speech. May take its time (a process, a server, a file): call it before the sound is needed
 * or behind {@code Caller.whileHolding}.
 */
public interface Synthesizer {
    /**
     * The pieces as one sound, in order.
     *
     * @param language whose voice, spelling and way of saying values
     * @param pieces what to say, at least one
     * @param rate wanted sample rate in hertz
     * @return the sound, or nothing if any piece cannot be spoken here
     */
    Optional<Pcm> speak(Language language, List<Piece> pieces, int rate);

    /**
     * The same if it is in memory: takes microseconds and waits for nothing, so a call's thread may ask. Nothing if it must be
     * made or read first, whether it can be spoken or not.
     */
    default Optional<Pcm> ready(Language language, List<Piece> pieces, int rate) {
        return Optional.empty();
    }
}
