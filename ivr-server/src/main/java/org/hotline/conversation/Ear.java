package org.hotline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/** Recognition during one turn: opened only while the caller may be speaking, so that nobody decodes silence. */
final class Ear implements AutoCloseable {
    private final Recognizer recognizer;
    private final Language language;
    private final int rate;
    private final List<String> phrases;
    private final TalkListener listener;
    private Optional<Recognition> recognition = Optional.empty();
    private String partial = "";

    Ear(Recognizer recognizer, Language language, int rate, List<String> phrases, TalkListener listener) {
        this.recognizer = recognizer;
        this.language = language;
        this.rate = rate;
        this.phrases = phrases;
        this.listener = listener;
    }

    boolean isOpen() {
        return recognition.isPresent();
    }

    /** Begins to listen, with what was heard just before. */
    void open(List<Frame> before) {
        Recognition opened = recognizer.listen(language, rate, phrases);
        recognition = Optional.of(opened);
        before.forEach(opened::accept);
    }

    /** Hears a frame, if it is open. */
    void accept(Frame heard) {
        recognition.ifPresent(open -> open.accept(heard));
        String now = recognition.map(open -> open.partial().text()).orElse("");
        if (!now.equals(partial) && !now.isEmpty()) {
            listener.hearing(now);
        }
        partial = now;
    }

    /** The words so far. */
    String partial() {
        return partial;
    }

    boolean hasFailed() {
        return recognition.map(Recognition::hasFailed).orElse(false);
    }

    CompletableFuture<Transcript> finish() {
        return recognition
                .map(Recognition::finish)
                .orElseGet(() -> CompletableFuture.completedFuture(Transcript.EMPTY));
    }

    @Override
    public void close() {
        recognition.ifPresent(Recognition::close);
        recognition = Optional.empty();
        partial = "";
    }
}
