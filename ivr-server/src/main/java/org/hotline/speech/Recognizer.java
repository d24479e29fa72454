package org.hotline.speech;

import java.util.List;
import java.util.Set;

/**
 * Turns speech into text, one {@link Recognition} an utterance. Implementations decode elsewhere (another process, a
 * server): nothing here blocks on decoding, any thread may call, and no fault of theirs throws into a call.
 */
public interface Recognizer extends AutoCloseable {
    /**
     * Begins to listen.
     *
     * @param language what is spoken
     * @param rate sample rate in hertz of the frames that will come, 8,000 or 16,000
     * @param phrases what may be said, as whole phrases in the recognizer's spelling; empty for anything at all
     * @return a recognition; if none can be had (no model, process down, pool full) one that {@link
     *     Recognition#hasFailed()} from the start
     */
    Recognition listen(Language language, int rate, List<String> phrases);

    /** The languages for which a model is there now. */
    Set<Language> languages();

    /** Words of {@code phrases} that the recognizer can never hear in this language (not in its vocabulary). */
    Set<String> unknownWords(Language language, List<String> phrases);

    @Override
    void close();
}
