package org.hotline.training;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Learns one version at a time on a thread of its own. What had begun when the program ended is known at the next start, and not
 * silently gone. Any thread.
 */
final class Jobs implements AutoCloseable {
    /** Learning notices within a part of a second that it is to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Shelf shelf;
    private final Clock clock;
    private final ReentrantLock beginning = new ReentrantLock();
    private volatile Job job;
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean closed;

    Jobs(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
        this.job = shelf.begun().<Job>map(Job.Lost::new).orElseGet(Job.None::new);
    }

    Job now() {
        return job;
    }

    /**
     * Begins.
     *
     * @throws Refused if one is learnt already
     */
    void begin(Training.Request request, Function<Training.Progress, Version> learning) {
        beginning.lock();
        try {
            if (job instanceof Job.Running) {
                throw new Refused("a version is being learnt already", "wait until it is done");
            }
            Shelf.Begun begun = new Shelf.Begun(request.by(), clock.instant(), request.why());
            shelf.keepBegun(begun);
            job = running(begun, "begun", 0, 1);
            thread = Optional.of(Thread.ofPlatform().name("training").daemon().start(() -> learn(begun, learning)));
        } finally {
            beginning.unlock();
        }
    }

    private void learn(Shelf.Begun begun, Function<Training.Progress, Version> learning) {
        Job end;
        try {
            end = new Job.Done(learning.apply((stage, done, of) -> reached(begun, stage, done, of)));
        } catch (RuntimeException | OutOfMemoryError failed) {
            if (closed) {
                job = new Job.Lost(begun);
                return;
            }
            end = new Job.Failed(begun.by(), clock.instant(), String.valueOf(failed.getMessage()));
        }
        try {
            shelf.dropBegun();
        } finally {
            job = end;
        }
    }

    private void reached(Shelf.Begun begun, String stage, int done, int of) {
        if (closed) {
            throw new CancellationException("the hotline closes");
        }
        job = running(begun, stage, done, of);
    }

    private static Job.Running running(Shelf.Begun begun, String stage, int done, int of) {
        return new Job.Running(begun.by(), begun.at(), stage, done, of);
    }

    /** What is being learnt is lost; the next start says so. */
    @Override
    public void close() {
        closed = true;
        thread.ifPresent(Jobs::stop);
    }

    private static void stop(Thread learning) {
        learning.interrupt();
        try {
            learning.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
