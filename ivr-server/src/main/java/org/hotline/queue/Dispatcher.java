package org.hotline.queue;

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
 * The one thread that feeds the {@link CallDistributor}: takes events out of a bounded mailbox, wakes up at deadlines,
 * journals, has the effects performed, and publishes the picture.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int MAILBOX = 10_000;
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final CallDistributor distributor;
    private final QueueJournal journal;
    private final InstantSource clock;
    private final BlockingQueue<Event> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("queue-dispatcher").unstarted(this::run);
    private volatile Consumer<Effect> effects = effect -> {};
    private volatile QueueBoard board;
    private volatile boolean closed;

    /** A dispatcher of this machine, which nobody else may touch from now on. Not started yet. */
    public Dispatcher(CallDistributor distributor, QueueJournal journal, InstantSource clock) {
        this.distributor = distributor;
        this.journal = journal;
        this.clock = clock;
        this.board = distributor.board();
    }

    /**
     * Restores the state of the process before this one from the journal, then begins to work. Callers of that process
     * are counted as abandoned ({@link DayCounts#interrupted}); agents are at work as they were, but with unknown phones.
     *
     * @param performer does what effects say, on the dispatcher's thread: quick, never blocking, never throwing
     */
    public void start(Consumer<Effect> performer) {
        restore();
        effects = performer;
        thread.start();
    }

    /** Hands an event over; waits only while ten thousand others are before it. Any thread. */
    public void post(Event event) {
        boolean interrupted = false;
        while (!closed) {
            try {
                mailbox.put(event);
                break;
            } catch (InterruptedException e) {
                interrupted =
                        true; // a phone is told to stop ringing by interrupt; its report must get through all the same
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The latest picture. Any thread. */
    public QueueBoard board() {
        return board;
    }

    /** Tells of every new picture, on the dispatcher's thread: must be quick and not throw. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
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

    private void restore() {
        Instant now = now();
        try {
            List<QueueJournal.Entry> entries = journal.since(distributor.remembersFrom(now));
            entries.forEach(distributor::replay);
            LOG.atInfo().addKeyValue("events", entries.size()).log("Queues restored from the journal");
        } catch (RuntimeException unreadable) {
            LOG.error("The queue journal cannot be read: agents must sign in again, counts begin at zero", unreadable);
        }
        take(new Event.Restarted());
    }

    private void run() {
        while (!closed) {
            try {
                Event event = mailbox.poll(untilDeadline().toMillis(), TimeUnit.MILLISECONDS);
                if (event != null) {
                    take(event);
                } else if (untilDeadline().isZero()) {
                    take(new Event.ClockTicked());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException fault) {
                LOG.error("An event could not be taken in; the queues go on without it", fault);
            }
        }
    }

    private Duration untilDeadline() {
        Duration rest = distributor
                .deadline()
                .map(deadline -> Duration.between(clock.instant(), deadline))
                .orElse(LONGEST_REST);
        return rest.isNegative() ? Duration.ZERO : rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private void take(Event event) {
        Instant now = now();
        List<Effect> due = distributor.on(event, now);
        journal(event, due, now);
        board = distributor.board();
        due.forEach(this::perform);
        watchers.forEach(Runnable::run);
    }

    private void journal(Event event, List<Effect> due, Instant now) {
        journal.append(new QueueJournal.Entry(now, event));
        for (Effect effect : due) {
            if (effect instanceof Effect.MakeOffer made) {
                journal.append(new QueueJournal.Entry(now, new Event.OfferMade(made.offer())));
            }
        }
    }

    private void perform(Effect effect) {
        try {
            effects.accept(effect);
        } catch (RuntimeException fault) {
            LOG.error("An effect of the queues could not be performed", fault);
        }
    }

    /** Milliseconds, as the journal keeps them, and never back. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(board.at()) ? board.at() : now;
    }
}
