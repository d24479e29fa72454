package org.hotline.call.asterisk;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline.audio.Frame;

/**
 * What came from Asterisk and is not heard yet. TCP loses nothing, but the frames come as the caller's network delivers
 * them and as TCP bunches them: two are kept back to play evenly, and what is more than 300 ms late is dropped, oldest
 * first, so that a caller's thread that stands still never stops the reader.
 *
 * <p>{@link #accept} belongs to the reader, {@link #next} to the call's thread.
 */
final class Heard {
    private static final int CAPACITY = 15;
    private static final int KEPT_BACK = 2;
    private static final int CALM = 2 * Frame.PER_SECOND;
    private static final double QUIET = 200;

    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(CAPACITY);
    private short[] rest = {};
    private boolean playing;
    private int fewest = CAPACITY;
    private int ticks;

    /** Takes samples at this rate, any number of them. */
    void accept(short[] samples, int rate) {
        int size = rate / Frame.PER_SECOND;
        if (rest.length == 0 && samples.length == size) {
            add(Frame.of(samples, rate));
            return;
        }
        short[] all = Arrays.copyOf(rest, rest.length + samples.length);
        System.arraycopy(samples, 0, all, rest.length, samples.length);
        int at = 0;
        for (; at + size <= all.length; at += size) {
            add(Frame.of(Arrays.copyOfRange(all, at, at + size), rate));
        }
        rest = Arrays.copyOfRange(all, at, all.length);
    }

    private void add(Frame frame) {
        while (!frames.offer(frame)) {
            frames.poll();
        }
    }

    /** The next 20 ms; empty if nothing came in time. */
    Optional<Frame> next() {
        playing |= frames.size() >= KEPT_BACK;
        if (!playing) {
            return Optional.empty();
        }
        shorten();
        Optional<Frame> frame = Optional.ofNullable(frames.poll());
        playing = frame.isPresent();
        return frame;
    }

    /** Two seconds in which more than enough waited: one quiet frame is left out, to be nearer to the caller again. */
    private void shorten() {
        fewest = Math.min(fewest, frames.size());
        ticks++;
        if (ticks < CALM) {
            return;
        }
        Frame first = frames.peek();
        boolean late = fewest > KEPT_BACK;
        if (late && first != null && first.rms() > QUIET) {
            return;
        }
        if (late) {
            frames.poll();
        }
        ticks = 0;
        fewest = CAPACITY;
    }
}
