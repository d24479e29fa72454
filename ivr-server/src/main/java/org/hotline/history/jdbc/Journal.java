package org.hotline.history.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline.call.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whatever the calls appended while the last transaction was under way goes into the next one together.
 * While the database is away batches go to the {@link Spool} and, when it is back, from there into the database, in
 * order, each exactly once. Any thread appends; one thread stores.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int LARGEST = 2_000;
    private static final Duration IDLE = Duration.ofMillis(100);

    /** From one transaction to the next: fewer and larger ones cost calls some milliseconds and the processor much less. */
    private static final Duration APART = Duration.ofMillis(5);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong refused = new AtomicLong();
    private final String writer = CallId.at(Instant.now()).text();
    private final StoryTables tables;
    private final Spool spool;
    private final Thread thread;
    private long number;
    private long numberApart;
    private long lastNanos = System.nanoTime();
    private Instant nextTry = Instant.MIN;
    private volatile boolean spooling = true;

    Journal(StoryTables tables, Spool spool) {
        this.tables = tables;
        this.spool = spool;
        this.thread = Thread.ofPlatform().name("journal").unstarted(this::run);
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

    /** True while the database is away or has to catch up. */
    boolean isSpooling() {
        return spooling;
    }

    /** Events that the database refused for good; they lie in {@code <spool>.damaged}. */
    long refused() {
        return refused.get();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        while (!isClosing() || !waiting.isEmpty()) {
            try {
                List<Entry> entries = next();
                if (spooling) {
                    replay();
                }
                if (!entries.isEmpty()) {
                    persist(entries);
                }
            } catch (InterruptedException | IOException | RuntimeException e) {
                LOG.atError().setCause(e).log("the journal stumbled and goes on");
            }
        }
    }

    /** All that waits; after a while, nothing. */
    private List<Entry> next() throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        Optional.ofNullable(waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .ifPresent(entries::add);
        waitSince(lastNanos);
        lastNanos = System.nanoTime();
        waiting.drainTo(entries, LARGEST - 1);
        return entries;
    }

    /** Until {@link #APART} after {@code nanos}, or until the journal is closing. */
    private void waitSince(long nanos) throws InterruptedException {
        boolean ended = closing.await(nanos + APART.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        LOG.atTrace().addKeyValue("closing", ended).log("storing what waits");
    }

    /** Into the database, or else into the spool; again and again until one of them takes it. */
    private void persist(List<Entry> entries) throws InterruptedException {
        Batch batch = new Batch(writer, ++number, entries);
        while (!isStored(batch) && !isSpooled(batch)) {
            if (closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                entries.forEach(entry -> entry.durable()
                        .completeExceptionally(new IOException("neither the database nor the spool took it")));
                return;
            }
        }
        entries.forEach(entry -> entry.durable().complete(null));
    }

    private boolean isStored(Batch batch) {
        if (spooling) {
            return false;
        }
        try {
            store(batch);
            return true;
        } catch (SQLException | IOException | RuntimeException e) {
            goAway(e);
            return false;
        }
    }

    private boolean isSpooled(Batch batch) {
        try {
            spool.add(batch);
            return true;
        } catch (IOException e) {
            LOG.atError()
                    .setCause(e)
                    .log("the database is away and the spool cannot be written: make room on its disk");
            return false;
        }
    }

    /** Stores a batch; if the database refuses something in it, all the rest. */
    private void store(Batch batch) throws SQLException, IOException {
        try {
            tables.store(batch);
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            for (Entry entry : batch.entries()) {
                storeApart(entry);
            }
        }
    }

    private void storeApart(Entry entry) throws SQLException, IOException {
        Batch apart = new Batch(writer + "-apart", ++numberApart, List.of(entry));
        try {
            tables.store(apart);
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            refused.incrementAndGet();
            LOG.atError()
                    .addKeyValue("call", entry.call())
                    .addKeyValue("event", EventJson.kind(entry.event()))
                    .addKeyValue("state", e.getSQLState())
                    .log("the database refuses an event: put aside");
            spool.putAside(apart);
        }
    }

    /** Data exceptions (class 22) and violated constraints (23) of the SQL standard: trying again is no use. */
    private static boolean isRefusal(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return state.startsWith("22") || state.startsWith("23");
    }

    /** Brings the spool into the database until it is empty, the database goes away, or calls have waited long enough. */
    private void replay() throws IOException {
        if (Instant.now().isBefore(nextTry)) {
            return;
        }
        Instant enough = Instant.now().plus(IDLE);
        try {
            while (!spool.isEmpty()) {
                Optional<Batch> first = spool.first();
                if (first.isPresent()) {
                    store(first.get());
                    spool.removeFirst();
                }
                if (!waiting.isEmpty() && Instant.now().isAfter(enough)) {
                    return;
                }
            }
            spooling = false;
        } catch (SQLException e) {
            goAway(e);
        }
    }

    private void goAway(Exception e) {
        if (!spooling) {
            LOG.atError().addKeyValue("reason", e.getMessage()).log("the database is away: call events are spooled");
        }
        spooling = true;
        nextTry = Instant.now().plus(RETRY);
    }

    /** Stores what waits and stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(FAREWELL)) {
                LOG.error("the journal could not be finished in time");
            }
            spool.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atError().setCause(e).log("the spool could not be closed");
        }
    }
}
