package org.hotline.quality.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.hotline.call.CallId;
import org.hotline.history.CallStore;
import org.hotline.quality.TranscriptSearch.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the index on one thread of lowest priority; what is put is found after {@link #VISIBLE} and durable after
 * {@link #DURABLE}. Another such thread loads the dictionary and fetches from the call store what the index lacks.
 */
final class IndexThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexThread.class);
    private static final Duration VISIBLE = Duration.ofMillis(200);
    private static final Duration DURABLE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Supplier<TranscriptIndex> opener;
    private final Analyzer analyzer;
    private final CallStore store;
    private final Thread writing = lowest("transcript-index", this::run);
    private volatile TranscriptIndex index;
    private volatile Thread completing = lowest("transcript-rebuild", this::complete);
    private volatile boolean closing;

    private sealed interface Change {
        record Put(Utterance utterance) implements Change {}

        record Remove(CallId call) implements Change {}
    }

    /** @param opener opens the index: now, and again after a fault of its disk */
    IndexThread(Supplier<TranscriptIndex> opener, Analyzer analyzer, CallStore store) {
        this.opener = opener;
        this.index = opener.get();
        this.analyzer = analyzer;
        this.store = store;
    }

    // A hint, not something to rely on: calls come first when there are too few processors.
    @SuppressWarnings("ThreadPriorityCheck")
    private static Thread lowest(String name, Runnable task) {
        return Thread.ofPlatform()
                .name(name)
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .unstarted(task);
    }

    void start() {
        writing.start();
        completing.start();
    }

    void put(Utterance utterance) {
        changes.add(new Change.Put(utterance));
    }

    void remove(CallId call) {
        changes.add(new Change.Remove(call));
    }

    TranscriptIndex index() {
        return index;
    }

    private void run() {
        Instant committed = Instant.now();
        while (!closing || !changes.isEmpty()) {
            try {
                writeForAWhile();
                index.refresh();
                if (Instant.now().isAfter(committed.plus(DURABLE))) {
                    index.commit();
                    committed = Instant.now();
                }
            } catch (AlreadyClosedException shut) {
                reopen();
            } catch (IOException | RuntimeException e) {
                LOG.atError().setCause(e).log("the transcript index cannot be written");
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    /**
     * After a write that failed, as on a full disk, Lucene keeps the index shut. It is opened again once that is possible, as
     * it was when last durable, and what was said since is fetched from the call store.
     */
    private void reopen() {
        index.abandon();
        while (!closing) {
            try {
                index = opener.get();
                completing = lowest("transcript-rebuild", this::complete);
                completing.start();
                LOG.info("the transcript index is open again");
                return;
            } catch (RuntimeException stillShut) {
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
        changes.clear(); // fetched from the store at the next start
    }

    private void writeForAWhile() throws IOException, InterruptedException {
        long end = System.nanoTime() + VISIBLE.toNanos();
        for (long left = VISIBLE.toNanos(); left > 0; left = end - System.nanoTime()) {
            Optional<Change> next = Optional.ofNullable(changes.poll(left, TimeUnit.NANOSECONDS));
            if (next.isPresent()) {
                write(next.get());
            }
        }
    }

    private void write(Change change) throws IOException {
        switch (change) {
            case Change.Put put -> index.put(put.utterance());
            case Change.Remove remove -> {
                index.remove(remove.call());
                index.commit();
            }
        }
    }

    private void complete() {
        try (TokenStream dictionary = analyzer.tokenStream(Fields.WORDS, "您好，请问有什么可以帮您")) {
            dictionary.reset();
            while (dictionary.incrementToken()) {
                dictionary.clearAttributes();
            }
            dictionary.end();
        } catch (IOException e) {
            LOG.atError().setCause(e).log("the Chinese dictionary cannot be loaded");
        }
        try {
            new Rebuild(store, index).run(() -> closing);
        } catch (IOException | RuntimeException e) {
            LOG.atError().setCause(e).log("the transcript index lacks older calls: it is completed at the next start");
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            completing.join(FAREWELL);
            writing.join(FAREWELL);
            index.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | AlreadyClosedException e) {
            LOG.atError().setCause(e).log("the transcript index could not be closed");
        }
    }
}
