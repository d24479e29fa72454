package org.hotline.speech;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;

/**
 * One utterance being heard. Belongs to the call's thread; no method blocks.
 */
public interface Recognition extends AutoCloseable {
    /**
     * Hands over the next 20 ms. Never blocks; frames beyond a bounded buffer are dropped and the recognition fails. Sound may
     * be gathered for less than half a second before it is decoded, longer while the decoder is busy: that is cheaper.
     */
    void accept(Frame heard);

    /** Somebody waits for the text: what was handed over is to be decoded now, if the decoder is not busy. Never blocks. */
    default void hasten() {}

    /**
     * This is probably all: asks for the final text of what was handed over so far, which {@link #partial()} then shows and
     * {@link #finish()} need not wait for. More may still follow, and is heard as the rest of the utterance. Never blocks.
     *
     * @return false if this recognizer can be asked only once, by {@link #finish()}
     */
    default boolean conclude() {
        return false;
    }

    /** How much sound, of that handed over last, {@link #partial()} does not know yet. */
    default Duration behind() {
        return Duration.ZERO;
    }

    /** The text so far, as far as decoded: grows and may change while speech goes on. Empty before the first words. */
    Transcript partial();

    /**
     * No more frames: asks for the final text. The future is completed within about a second
     * (of sound handed over in the time it was spoken; a recording may take longer), with {@link
     * Transcript#EMPTY} if the recognizer fails or is too late, never exceptionally.
     */
    CompletableFuture<Transcript> finish();

    /** True if nothing (more) can be understood here: the caller should be offered keys. */
    boolean hasFailed();

    /** Gives up and frees what is held. Idempotent. */
    @Override
    void close();
}
