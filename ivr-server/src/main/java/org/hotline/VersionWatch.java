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
        this.hotlines.forEach(VersionWatch::tell);
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
            if (onAir.refresh(LocalDate.now(clock))) {
                tell(onAir);
            }
        } catch (RuntimeException unusable) {
            LOG.atError().setCause(unusable).log("A version that was published cannot be used; what is there stays");
        }
    }

    /** What somebody wrote by hand and is not used must not stay a secret. */
    private static void tell(OnAir onAir) {
        int changes = onAir.changedByHand();
        if (changes > 0) {
            LOG.atWarn()
                    .addKeyValue("hotline", onAir.name())
                    .addKeyValue("version", onAir.version().map(String::valueOf).orElse(""))
                    .addKeyValue("changes", changes)
                    .log(
                            "issues.yaml was changed by hand, but a published version is in force: the changes are not used. "
                                    + "Take them over on the page /training or with hotline train --take-over, then publish");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
