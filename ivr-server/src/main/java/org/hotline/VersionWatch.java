package org.hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hotline.training.OnAir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether another version of a tree was put in force, here or by {@code hotline train} beside us, and whether
 * it is another day; on a thread of its own.
 */
final class VersionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VersionWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<OnAir> hotlines;
    private final Clock clock;
    private final Thread thread;

    VersionWatch(List<School> schools, Clock clock) {
        this.hotlines = schools.stream().map(School::onAir).toList();
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("versions").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                hotlines.forEach(this::refresh);
            }
        } catch (InterruptedException closed) {
            // That is how it ends.
        }
    }

    private void refresh(OnAir onAir) {
        try {
            onAir.refresh(LocalDate.now(clock));
        } catch (RuntimeException unusable) {
            LOG.atError().setCause(unusable).log("A version that was published cannot be used; what is there stays");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
