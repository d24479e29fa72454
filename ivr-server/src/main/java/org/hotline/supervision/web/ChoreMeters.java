package org.hotline.supervision.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.hotline.chores.Chore;

/** A chore whose runs are counted: how long they take, what they do and what they cannot. */
public final class ChoreMeters implements Chore {
    private final Chore chore;
    private final Timer runs;
    private final Counter done;
    private final Counter failed;

    public ChoreMeters(Chore chore, MeterRegistry registry) {
        this.chore = chore;
        this.runs = Timer.builder("job_run")
                .description("Runs of jobs")
                .tag("job", chore.name())
                .register(registry);
        this.done = counter(registry, "job_done", "Things that jobs did");
        this.failed = counter(registry, "job_failed", "Things that jobs could not do and try again");
    }

    private Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("job", chore.name())
                .register(registry);
    }

    @Override
    public String name() {
        return chore.name();
    }

    @Override
    public Outcome run() {
        Timer.Sample began = Timer.start();
        try {
            Outcome outcome = chore.run();
            done.increment(outcome.done());
            failed.increment(outcome.failed());
            return outcome;
        } catch (RuntimeException fault) {
            failed.increment();
            throw fault;
        } finally {
            began.stop(runs);
        }
    }
}
