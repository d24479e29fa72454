package org.hotline.supervision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline.queue.QueueBoard;
import org.hotline.queue.observed.ObservedBoard;
import org.hotline.switchboard.Lines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live board of the whole centre. Every change asks for a new picture; one thread draws at most ten a second and, so
 * that freshness can be seen, at least one.
 */
public final class CentreBoard implements LiveBoard, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CentreBoard.class);
    private static final Duration LEAST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Lines lines;
    private final Supplier<QueueBoard> queues;
    private final Supplier<Optional<ObservedBoard>> observed;
    private final InstantSource clock;
    private final List<Consumer<Board>> watchers = new CopyOnWriteArrayList<>();
    private final Semaphore changes = new Semaphore(0);
    private final Thread painter =
            Thread.ofPlatform().daemon().name("live-board").unstarted(this::paint);
    private volatile Board board;
    private volatile boolean closed;

    /**
     * A board of these. Let {@link #changed} be called whenever queues change.
     *
     * @param observed queues that are not ours, if any are observed
     */
    public CentreBoard(
            Lines lines, Supplier<QueueBoard> queues, Supplier<Optional<ObservedBoard>> observed, InstantSource clock) {
        this.lines = lines;
        this.queues = queues;
        this.observed = observed;
        this.clock = clock;
        this.board = Board.empty(clock.instant());
    }

    /** Begins to draw. */
    public void start() {
        lines.onChange(this::changed);
        painter.start();
    }

    /** Something is different: draw soon. Any thread, costs next to nothing. */
    public void changed() {
        changes.release();
    }

    @Override
    public Board now() {
        return board;
    }

    @Override
    public Watch watch(Consumer<Board> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void paint() {
        while (!closed) {
            try {
                draw();
                boolean news = changes.tryAcquire(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
                if (news) {
                    LockSupport.parkNanos(this, LEAST_REST.toNanos());
                    changes.drainPermits();
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void draw() {
        try {
            Board drawn = Picture.of(clock.instant(), lines.pictures(), queues.get(), observed.get());
            board = drawn;
            watchers.forEach(watcher -> tell(watcher, drawn));
        } catch (RuntimeException fault) {
            LOG.error("The live board could not be drawn", fault);
        }
    }

    private static void tell(Consumer<Board> watcher, Board board) {
        try {
            watcher.accept(board);
        } catch (RuntimeException fault) {
            LOG.warn("A watcher of the live board failed", fault);
        }
    }

    @Override
    public void close() {
        closed = true;
        painter.interrupt();
    }
}
