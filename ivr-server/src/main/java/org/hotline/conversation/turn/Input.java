package org.hotline.conversation.turn;

import java.time.Duration;
import java.util.Optional;
import org.hotline.speech.Transcript;

/** What a caller did when it was their turn. */
public sealed interface Input {
    /**
     * If they interrupted the prompt: from their first sound to our silence, in frame time. Zero for a key: the prompt
     * falls silent in the frame in which it arrives.
     */
    Optional<Duration> bargeIn();

    /**
     * They spoke.
     *
     * @param transcript what was understood; maybe nothing
     * @param responseTime from the end of their speech until we had this, in frame time
     */
    record Speech(Transcript transcript, Optional<Duration> bargeIn, Duration responseTime) implements Input {}

    /** They pressed keys; the terminating # is not among them. */
    record Keys(String keys, Optional<Duration> bargeIn) implements Input {}

    /** They did nothing for as long as we waited: no-input. */
    record Silence() implements Input {
        @Override
        public Optional<Duration> bargeIn() {
            return Optional.empty();
        }
    }
}
