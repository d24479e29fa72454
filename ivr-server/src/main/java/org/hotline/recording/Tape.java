package org.hotline.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline.audio.Frame;

/**
 * The way of a call's sound from its thread to the writer's: a bounded buffer of numbered frames. The number is the place
 * in the file, so a frame that was skipped or lost leaves a gap of silence and everything after it stays in time.
 *
 * <p>Threads: one thread accepts and skips, the writer takes; the rest from any.
 */
final class Tape {
    private final BlockingQueue<Moment> moments;
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final CompletableFuture<Recording> finished = new CompletableFuture<>();
    private final String file;
    private final int channels;
    private final int rate;
    private volatile boolean ended;
    private volatile boolean discarded;

    /**
     * Twenty milliseconds of both sides.
     *
     * @param number frames since the beginning
     */
    record Moment(long number, Frame left, Frame right) {}

    Tape(String file, int channels, int rate, Duration buffer) {
        this.file = file;
        this.channels = channels;
        this.rate = rate;
        this.moments = new ArrayBlockingQueue<>((int) (buffer.toMillis() / Frame.MILLIS));
    }

    /** Takes the next 20 ms; loses them if the writer is too far behind. */
    void accept(Frame left, Frame right) {
        if (!ended && !moments.offer(new Moment(position.getAndIncrement(), left, right))) {
            lost.incrementAndGet();
        }
    }

    /** Lets 20 ms pass in silence. */
    void skip() {
        position.incrementAndGet();
    }

    /** No more will come. Idempotent. */
    void end() {
        ended = true;
    }

    /** No more will come, and nothing of it is to be kept. */
    void discard() {
        discarded = true;
        ended = true;
    }

    /** The next moment to write, if there is one now. */
    Optional<Moment> take() {
        return Optional.ofNullable(moments.poll());
    }

    /** Frames that were taken but could not be written. */
    void lose(long frames) {
        lost.addAndGet(frames);
    }

    boolean isEnded() {
        return ended;
    }

    boolean isDiscarded() {
        return discarded;
    }

    boolean isDegraded() {
        return lost.get() > 0;
    }

    /** Frames from the beginning until now. */
    long length() {
        return position.get();
    }

    String file() {
        return file;
    }

    int channels() {
        return channels;
    }

    int rate() {
        return rate;
    }

    /** The recording so far. */
    Recording recording() {
        return new Recording(
                file, Duration.ofMillis(position.get() * Frame.MILLIS), Duration.ofMillis(lost.get() * Frame.MILLIS));
    }

    CompletableFuture<Recording> finished() {
        return finished;
    }
}
