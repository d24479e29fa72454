package org.hotline.conversation.turn;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/**
 * Recognition during one turn. It is opened while the caller may speak, but hands nothing over until there is a sound on
 * the line, and then what was heard just before it too: nobody decodes silence.
 *
 * <p>Where only some phrases are expected, what was handed over is kept: what is none of them can be heard once more, as
 * anything at all.
 */
final class Ear implements AutoCloseable {
    /**
     * Recognizers look some 200 ms ahead before they settle on a word. So a pause is handed over before it has passed: the
     * last word came 60 to 280 ms after its sound, with 160 ms of silence in advance 106 ms after it at the most.
     */
    private static final int IN_ADVANCE = 8;

    /** 300 ms of silence before a word are enough. */
    private static final int MOST_KEPT = 15;

    private final Line line;
    private final Recognizer recognizer;
    private final Language language;
    private final List<String> phrases;
    private final TalkListener listener;
    private Optional<Recognition> recognition = Optional.empty();
    private final Deque<Frame> kept = new ArrayDeque<>();
    private final List<Frame> uttered = new ArrayList<>();
    private boolean awake;
    private boolean pausing;
    private boolean concluded;
    private boolean resting;
    private String partial = "";

    Ear(Line line, Recognizer recognizer, Language language, List<String> phrases, TalkListener listener) {
        this.line = line;
        this.recognizer = recognizer;
        this.language = language;
        this.phrases = phrases;
        this.listener = listener;
    }

    boolean isOpen() {
        return recognition.isPresent();
    }

    /** Begins to listen, from the next frame on. */
    void open() {
        recognition = Optional.of(recognizer.listen(language, line.rate(), phrases));
        awake = false;
        pausing = false;
        concluded = false;
        resting = false;
        kept.clear();
        uttered.clear();
    }

    /** Hears the line's last frame, if it is open. */
    void hear() {
        recognition.ifPresent(this::hear);
    }

    private void hear(Recognition open) {
        pausing &= line.speechFrames() == 0;
        concluded &= line.speechFrames() == 0;
        if (resting) {
            rest(open);
        } else if (awake) {
            hand(open, line.heard());
        } else if (line.hasSound()) {
            awake = true;
            line.recent().forEach(frame -> hand(open, frame));
        }
        Transcript now = open.partial();
        if (!now.text().equals(partial) && !now.isEmpty()) {
            listener.hearing(now.written());
        }
        partial = now.text();
    }

    private void hand(Recognition open, Frame frame) {
        open.accept(frame);
        if (!phrases.isEmpty()) {
            uttered.add(frame);
        }
    }

    /** Keeps the silence after a conclusion, and hands it over if there is a sound after it. */
    private void rest(Recognition open) {
        if (kept.size() == MOST_KEPT) {
            kept.removeFirst();
        }
        kept.addLast(line.heard());
        if (line.hasSound()) {
            kept.forEach(frame -> hand(open, frame));
            kept.clear();
            resting = false;
        }
    }

    /** The caller pauses, and the words so far are waited for. */
    void hasten() {
        recognition.filter(open -> awake && !resting).ifPresent(open -> {
            for (int i = 0; i < IN_ADVANCE && !pausing; i++) {
                open.accept(Frame.silence(line.rate()));
            }
            pausing = true;
            open.hasten();
        });
    }

    /** The caller has probably finished: the final text is asked for in advance, once in a pause. */
    void conclude() {
        recognition.filter(open -> awake && !concluded).ifPresent(open -> {
            concluded = true;
            resting = open.conclude();
        });
    }

    /** The words so far. */
    String partial() {
        return partial;
    }

    /** The words so far, if they hold all that was said before the last {@code silence}. */
    Optional<Transcript> settled(Duration silence) {
        return recognition
                .filter(open -> open.behind().compareTo(silence) <= 0)
                .map(Recognition::partial)
                .filter(words -> !words.isEmpty());
    }

    boolean hasFailed() {
        return recognition.map(Recognition::hasFailed).orElse(false);
    }

    CompletableFuture<Transcript> finish() {
        return recognition
                .map(Recognition::finish)
                .orElseGet(() -> CompletableFuture.completedFuture(Transcript.EMPTY));
    }

    /** Hears what was said once more, without expecting anything; nothing if nothing was expected before. */
    CompletableFuture<Transcript> hearAnew() {
        if (uttered.isEmpty()) {
            return CompletableFuture.completedFuture(Transcript.EMPTY);
        }
        recognition.ifPresent(Recognition::close);
        Recognition anew = recognizer.listen(language, line.rate(), List.of());
        recognition = Optional.of(anew);
        uttered.forEach(anew::accept);
        uttered.clear();
        return anew.finish();
    }

    @Override
    public void close() {
        recognition.ifPresent(Recognition::close);
        recognition = Optional.empty();
        partial = "";
    }
}
