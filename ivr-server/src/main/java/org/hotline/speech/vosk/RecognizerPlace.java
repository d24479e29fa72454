package org.hotline.speech.vosk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline.speech.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place in the pool, and whoever keeps it filled: starts a process, watches it, starts the next one when it dies
 * (waiting a little longer after each death in a row), and replaces it when it has grown too big.
 *
 * <pre>
 *   starting --ready--> serving --died or dumb--> back-off 0, 0.5, 1, 2 ... 30 s --> starting
 *                          |
 *                          +--grown--> the next one starts; then this one drains, at most 30 s, and ends
 * </pre>
 */
final class RecognizerPlace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecognizerPlace.class);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);

    /** A process that lived this long was well: its death starts the back-off anew. */
    private static final Duration GOOD_LIFE = Duration.ofMinutes(1);

    private final RecognizerSettings settings;
    private final Language language;
    private final Path model;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch firstReady = new CountDownLatch(1);
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicInteger recycled = new AtomicInteger();
    private final Thread keeper;
    private volatile Optional<RecognizerChild> serving = Optional.empty();
    private volatile RecognizerChild.Status total = RecognizerChild.Status.NONE;

    RecognizerPlace(RecognizerSettings settings, Language language, Path model, HttpClient client) {
        this.settings = settings;
        this.language = language;
        this.model = model;
        this.client = client;
        this.keeper =
                Thread.ofVirtual().name("recognizer-keeper-" + language.tag()).start(this::keep);
    }

    /** The process that can hear now. */
    Optional<RecognizerChild> serving() {
        return serving.filter(RecognizerChild::isAlive);
    }

    /** Waits for the first process, at most so long; false if there is none yet. */
    boolean awaitReady(Duration within) throws InterruptedException {
        return firstReady.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Processes started anew because one died. */
    int restarts() {
        return restarts.get();
    }

    /** Processes replaced because one had grown. */
    int recycled() {
        return recycled.get();
    }

    /** What all its processes have heard, as of the last check. */
    RecognizerChild.Status total() {
        return total;
    }

    @Override
    public void close() {
        closed.countDown();
        keeper.interrupt();
        serving.ifPresent(RecognizerChild::stop);
    }

    private void keep() {
        Duration backOff = Duration.ZERO;
        try {
            while (!closed.await(backOff.toMillis(), TimeUnit.MILLISECONDS)) {
                long start = System.nanoTime();
                fill();
                boolean lived = System.nanoTime() - start >= GOOD_LIFE.toNanos();
                backOff = lived ? Duration.ZERO : longer(backOff);
                restarts.incrementAndGet();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The keeper of a recognizer process was asked to stop");
        }
        serving.ifPresent(RecognizerChild::stop);
    }

    /** Starts a process and watches it, and its successors, until one dies. */
    private void fill() throws InterruptedException {
        try {
            RecognizerChild child = RecognizerChild.start(settings, language, model, client);
            while (child.isAlive()) {
                serving = Optional.of(child);
                firstReady.countDown();
                watch(child);
                if (child.isAlive()) {
                    child = replaced(child);
                }
            }
            LOG.atWarn().addKeyValue("pid", child.pid()).log("A recognizer process has died and is started anew");
        } catch (IOException problem) {
            LOG.warn("A recognizer process could not be started", problem);
        } finally {
            serving.ifPresent(RecognizerChild::stop);
            serving = Optional.empty();
        }
    }

    /** Returns when the process has died, answers no more (and is ended), or has grown too big. */
    private void watch(RecognizerChild child) throws InterruptedException {
        RecognizerChild.Status before = total;
        while (!child.ended(settings.check())) {
            Optional<RecognizerChild.Status> status = child.status();
            if (status.isEmpty() && child.isAlive()) {
                LOG.atWarn().addKeyValue("pid", child.pid()).log("A recognizer process does not answer and is ended");
                child.stop();
            }
            status.ifPresent(now -> total =
                    new RecognizerChild.Status(before.sound() + now.sound(), before.decoding() + now.decoding()));
            if (child.growth() > settings.growth()) {
                return;
            }
        }
    }

    private RecognizerChild replaced(RecognizerChild grown) throws IOException, InterruptedException {
        RecognizerChild fresh = RecognizerChild.start(settings, language, model, client);
        recycled.incrementAndGet();
        serving = Optional.of(fresh);
        Thread.ofVirtual().name("recognizer-drain-" + grown.pid()).start(() -> drain(grown));
        return fresh;
    }

    private void drain(RecognizerChild grown) {
        try {
            long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
            boolean ended = false;
            while (!ended && grown.server().active() > 0 && System.nanoTime() < end) {
                ended = grown.ended(DRAIN_CHECK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            grown.stop();
        }
    }

    private static Duration longer(Duration backOff) {
        Duration doubled = backOff.isZero() ? FIRST_BACK_OFF : backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }
}
