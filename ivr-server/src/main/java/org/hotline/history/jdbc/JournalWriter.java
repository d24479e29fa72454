package org.hotline.history.jdbc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit into a file: whatever the calls appended while the disk was busy goes there together next time. From
 * there a {@link Feeder} brings it into the database. Any thread appends; one thread writes.
 */
final class JournalWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int LARGEST = 2_000;
    private static final Duration IDLE = Duration.ofMillis(100);

    /** From one write to the next: fewer and larger ones cost calls some milliseconds and the processor much less. */
    private static final Duration APART = Duration.ofMillis(5);

    /** After so long without events the segment is closed, so that what is stored does not lie around in it. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RollingFile file;
    private final Fallback fallback;
    private final Backlog backlog;
    private final Thread thread = Thread.ofPlatform().name("journal").unstarted(this::run);
    private long number;
    private long lastNanos = System.nanoTime();

    /** Another way to make lines durable when the file cannot be written. */
    @FunctionalInterface
    interface Fallback {
        /** Blocks; true if they are durable. */
        boolean isStored(List<Line> lines) throws InterruptedException;
    }

    JournalWriter(RollingFile file, Backlog backlog, Fallback fallback) {
        this.file = file;
        this.backlog = backlog;
        this.fallback = fallback;
    }

    void start() {
        thread.start();
    }

    void append(Entry entry) {
        if (isClosing()) {
            entry.durable().completeExceptionally(new IllegalStateException("the call store is closed"));
        } else {
            waiting.add(entry);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        while (!isClosing() || !waiting.isEmpty()) {
            try {
                List<Entry> entries = next();
                if (!entries.isEmpty()) {
                    persist(entries);
                } else if (System.nanoTime() - lastNanos > QUIET.toNanos()) {
                    file.roll(number + 1);
                }
            } catch (InterruptedException | IOException | RuntimeException e) {
                LOG.atError().setCause(e).log("the journal stumbled and goes on");
            }
        }
    }

    /** All that waits; after a while, nothing. */
    private List<Entry> next() throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        Optional<Entry> first = Optional.ofNullable(waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS));
        if (first.isPresent()) {
            entries.add(first.get());
            waitSince(lastNanos);
            lastNanos = System.nanoTime();
            waiting.drainTo(entries, LARGEST - 1);
        }
        return entries;
    }

    /** Until {@link #APART} after {@code nanos}, or until the journal is closing. */
    private void waitSince(long nanos) throws InterruptedException {
        boolean ended = closing.await(nanos + APART.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        LOG.atTrace().addKeyValue("closing", ended).log("writing what waits");
    }

    private void persist(List<Entry> entries) throws InterruptedException {
        List<Line> lines = new ArrayList<>(entries.size());
        List<Entry> written = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            try {
                lines.add(Line.of(number + 1, entry.call(), entry.event()));
                written.add(entry);
                number++;
            } catch (RuntimeException unwritable) {
                entry.durable().completeExceptionally(unwritable);
            }
        }
        if (lines.isEmpty() || isDurable(lines)) {
            written.forEach(entry -> entry.durable().complete(null));
        } else {
            IOException lost = new IOException("neither the journal nor the database took it");
            written.forEach(entry -> entry.durable().completeExceptionally(lost));
        }
    }

    /** Into the file, or else into the database; again and again until one of them takes it. */
    private boolean isDurable(List<Line> lines) throws InterruptedException {
        while (!isWritten(lines) && !fallback.isStored(lines)) {
            if (closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWritten(List<Line> lines) {
        try {
            file.append(lines);
            boolean inMemory = backlog.add(lines);
            LOG.atTrace().addKeyValue("memory", inMemory).log("written");
            return true;
        } catch (IOException e) {
            LOG.atError().setCause(e).log("the journal of calls cannot be written: make room on its disk");
            return false;
        }
    }

    /** Writes what waits and stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(FAREWELL)) {
                LOG.error("the journal could not be finished in time");
            }
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atError().setCause(e).log("the journal could not be closed");
        }
    }
}
