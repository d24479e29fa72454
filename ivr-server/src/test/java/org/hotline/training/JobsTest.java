package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.hotline.training.files.TrainingFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Training.Request BY_LIN = new Training.Request("lin", "wet parcels", Optional.empty());
    private static final Version MADE =
            new Version(1, Instant.EPOCH, "lin", "wet parcels", Optional.empty(), 0, Report.NOTHING);

    @TempDir
    private Path folder;

    @Test
    void whatWasBrokenOffIsKnownAtTheNextStartUntilItIsLearntAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Jobs first = jobs();
        first.begin(BY_LIN, progress -> {
            begun.countDown();
            return untilInterrupted();
        });
        begun.await();
        assertThatThrownBy(() -> first.begin(BY_LIN, progress -> MADE)).hasMessageContaining("already");
        first.close();
        await().atMost(PATIENCE).until(first::now, Job.Lost.class::isInstance);

        try (Jobs second = jobs()) {
            assertThat(second.now()).isInstanceOfSatisfying(Job.Lost.class, lost -> {
                assertThat(lost.begun().by()).isEqualTo("lin");
                assertThat(lost.begun().why()).isEqualTo("wet parcels");
            });
            second.begin(BY_LIN, progress -> MADE);
            await().atMost(PATIENCE).until(second::now, new Job.Done(MADE)::equals);
            assertThat(jobs().now()).isEqualTo(new Job.None());
        }
    }

    @Test
    void whatFailsIsNotLost() {
        try (Jobs jobs = jobs()) {
            jobs.begin(BY_LIN, progress -> {
                throw new Refused("the tree has mistakes", "");
            });
            await().atMost(PATIENCE).until(jobs::now, Job.Failed.class::isInstance);
            assertThat(jobs().now()).isEqualTo(new Job.None());
        }
    }

    @Test
    void learningThatTellsHowFarItIsStopsThere() {
        CountDownLatch closed = new CountDownLatch(1);
        Jobs jobs = jobs();
        jobs.begin(BY_LIN, progress -> {
            awaitCalmly(closed);
            progress.at("trying the utterances", 1, 2);
            return MADE;
        });
        Thread closing = Thread.ofVirtual().start(jobs::close);
        await().atMost(PATIENCE).until(() -> closing.getState() == Thread.State.TIMED_WAITING || !closing.isAlive());
        closed.countDown();
        await().atMost(PATIENCE).until(jobs::now, Job.Lost.class::isInstance);
    }

    private Jobs jobs() {
        return new Jobs(new TrainingFolder(folder), CLOCK);
    }

    private static Version untilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return MADE;
        } catch (InterruptedException stopped) {
            throw new CancellationException("stopped");
        }
    }

    /** Even if interrupted: not all that learns looks whether it is. */
    private static void awaitCalmly(CountDownLatch latch) {
        boolean there = false;
        while (!there) {
            try {
                latch.await();
                there = true;
            } catch (InterruptedException stopped) {
                // goes on
            }
        }
    }
}
