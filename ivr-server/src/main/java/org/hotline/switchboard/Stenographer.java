package org.hotline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.audio.Frame;
import org.hotline.history.CallEvent;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.SpeechDetector;
import org.hotline.speech.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what one side of a bridge says, utterance by utterance. {@link #hear} belongs to the call's thread and only
 * hands over; a thread of its own listens. What cannot be kept up with is left out: the call matters more.
 */
final class Stenographer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stenographer.class);
    private static final int BUFFER = 10 * Frame.PER_SECOND;
    /** Speech is noticed a little after it began. */
    private static final int LEAD_IN = Frame.PER_SECOND * 3 / 10;

    private static final int PAUSE = Frame.PER_SECOND * 7 / 10;
    private static final int LONGEST = 15 * Frame.PER_SECOND;
    private static final int PARTIAL_EVERY = Frame.PER_SECOND / 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Line line;
    private final String side;
    private final Recognizer recognizer;
    private final Language language;
    private final BlockingQueue<Frame> heard = new ArrayBlockingQueue<>(BUFFER);
    private final SpeechDetector detector = new SpeechDetector();
    private final Deque<Frame> leadIn = new ArrayDeque<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile boolean closed;

    Stenographer(Line line, String side, Recognizer recognizer, Language language) {
        this.line = line;
        this.side = side;
        this.recognizer = recognizer;
        this.language = language;
    }

    /** Begins; {@code afterwards} is done when everything is written down. */
    void start(Runnable afterwards) {
        Thread.ofVirtual().name("stenographer-" + side).start(() -> {
            listen();
            afterwards.run();
            finished.complete(null);
        });
    }

    void hear(Frame frame) {
        if (!closed && !heard.offer(frame)) {
            heard.clear(); // ten seconds behind: begin afresh
        }
    }

    /** No more frames; what was heard is still written down. */
    @Override
    public void close() {
        closed = true;
    }

    /** Completed when everything is written down. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    private void listen() {
        try {
            for (Optional<Frame> frame = next(); frame.isPresent(); frame = next()) {
                leadIn.addLast(frame.get());
                if (detector.accept(frame.get()) > 0) {
                    takeDown();
                } else if (leadIn.size() > LEAD_IN) {
                    leadIn.removeFirst();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warn("A talk is no longer transcribed", fault);
        }
    }

    private Optional<Frame> next() throws InterruptedException {
        while (!closed || !heard.isEmpty()) {
            Frame frame = heard.poll(100, TimeUnit.MILLISECONDS);
            if (frame != null) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /** One utterance, from the lead-in to the pause after it. */
    private void takeDown() throws InterruptedException {
        Instant began = line.now().minusMillis((long) leadIn.size() * Frame.MILLIS);
        try (Recognition recognition =
                recognizer.listen(language, leadIn.getFirst().rate(), List.of())) {
            leadIn.forEach(recognition::accept);
            leadIn.clear();
            int silent = 0;
            Optional<Frame> frame = next();
            for (int frames = 0; frame.isPresent() && silent < PAUSE && frames < LONGEST; frames++) {
                recognition.accept(frame.get());
                silent = detector.accept(frame.get()) > 0 ? 0 : silent + 1;
                if (frames % PARTIAL_EVERY == 0 && !recognition.partial().isEmpty()) {
                    line.said(side, recognition.partial().written(), true);
                }
                frame = next();
            }
            write(recognition, began);
        }
    }

    private void write(Recognition recognition, Instant began) throws InterruptedException {
        try {
            Transcript said = recognition.finish().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!said.isEmpty()) {
                line.said(side, said.written(), false);
                line.append(new CallEvent.Spoken(
                        line.now(), line.sinceAnswer(began), side, said.written(), said.confidence()));
            }
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("An utterance came back too late", late);
        }
    }
}
