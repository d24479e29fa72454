package org.hotline.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.audio.Frame;

/**
 * What somebody hears of a call that is not theirs: both sides, and nothing goes the other way. The call never waits for
 * a listener; one who is slow misses the oldest frames. Filled by the call's thread, emptied by the listener's.
 */
public final class Listening implements AutoCloseable {
    /** Two seconds. */
    private static final int MOST_WAITING = 2 * Frame.PER_SECOND;

    private final BlockingQueue<Moment> moments = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<Listening> leave;
    private volatile boolean over;

    /**
     * Twenty milliseconds.
     *
     * @param caller what the caller said
     * @param other what the caller heard: the bot, music or an agent
     */
    public record Moment(Frame caller, Frame other) {}

    /** @param leave what is done when the listener has had enough */
    public Listening(Consumer<Listening> leave) {
        this.leave = leave;
    }

    /** Adds a moment; never waits. */
    public void hear(Moment moment) {
        while (!moments.offer(moment)) {
            moments.poll();
        }
    }

    /** The call is over. */
    public void end() {
        over = true;
    }

    /** True once the call is over and all of it was heard. */
    public boolean isOver() {
        return over && moments.isEmpty();
    }

    /** The next moment; nothing if none comes within {@code patience}, as before the answer. */
    public Optional<Moment> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(moments.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Listens no more. Idempotent. */
    @Override
    public void close() {
        leave.accept(this);
    }
}
