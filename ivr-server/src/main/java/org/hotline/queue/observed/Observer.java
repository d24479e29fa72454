package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that feeds {@link ObservedQueues}: takes sightings out of a bounded mailbox, wakes up at deadlines, hands
 * the facts on and publishes the picture.
 */
public final class Observer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);
    private static final int MAILBOX = 10_000;
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final ObservedQueues queues;
    private final InstantSource clock;
    private final BlockingQueue<Sighting> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("observed-queues").unstarted(this::run);
    private volatile Consumer<Fact> chronicle = fact -> {};
    private volatile DutyLog duties = DutyLog.NONE;
    private volatile ObservedBoard board;
    private volatile boolean closed;

    /** An observer with this machine, which nobody else may touch from now on. Not started yet. */
    public Observer(ObservedQueues queues, InstantSource clock) {
        this.queues = queues;
        this.clock = clock;
        this.board = queues.board();
    }

    /**
     * Begins to work.
     *
     * @param past what the process before this one told
     * @param keeper is told every fact on the observer's thread: quick, never blocking, never throwing
     * @param log of what agents do
     */
    public void start(List<Fact> past, Consumer<Fact> keeper, DutyLog log) {
        queues.recall(past, log.latest());
        duties = log;
        board = queues.board();
        chronicle = keeper;
        thread.start();
    }

    /** Hands a sighting over; waits only while ten thousand others are before it. Any thread. */
    public void post(Sighting sighting) throws InterruptedException {
        mailbox.put(sighting);
    }

    /** The latest picture. Any thread. */
    public ObservedBoard board() {
        return board;
    }

    /** Tells of every new picture, on the observer's thread: must be quick and not throw. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    private void run() {
        try {
            while (!closed) {
                Sighting next = mailbox.poll(rest().toNanos(), TimeUnit.NANOSECONDS);
                take(next == null ? new Sighting.ClockTicked() : next);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration rest() {
        Duration until = queues.deadline()
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(LONGEST_REST);
        return until.isNegative() ? Duration.ZERO : until.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : until;
    }

    private void take(Sighting sighting) {
        try {
            queues.on(sighting, now()).forEach(chronicle);
            queues.duties().forEach(duties::append);
        } catch (RuntimeException fault) {
            LOG.error("What was told of an observed queue could not be taken in", fault);
        }
        board = queues.board();
        watchers.forEach(Runnable::run);
    }

    /** Milliseconds, as the store keeps them, and never back. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(board.at()) ? board.at() : now;
    }

    @Override
    public void close() {
        closed = true;
        if (!thread.isAlive()) {
            return; // it was never started
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
