package org.hotline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline.training.OnAir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether another version of a tree was put in force, here or by {@code hotline train} beside us, and whether
 * it is another day; on a thread of its own.
 */
final class VersionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VersionWatch.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("versions").factory());

    VersionWatch(List<School> schools, Clock clock) {
        schools.stream()
                .map(School::onAir)
                .forEach(onAir -> thread.scheduleWithFixedDelay(() -> refresh(onAir, clock), 1, 1, TimeUnit.SECONDS));
    }

    private static void refresh(OnAir onAir, Clock clock) {
        try {
            onAir.refresh(LocalDate.now(clock));
        } catch (RuntimeException unusable) {
            LOG.atError().setCause(unusable).log("A version that was published cannot be used; what is there stays");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
