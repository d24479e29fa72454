package org.hotline.chores.quartz;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.hotline.chores.Chore;
import org.hotline.chores.Chore.Outcome;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a chore and keeps what it came to, unless there was nothing to do. */
@DisallowConcurrentExecution
public final class ChoreJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreJob.class);

    private final Chore chore;
    private final JobRuns runs;

    ChoreJob(Chore chore, JobRuns runs) {
        this.chore = chore;
        this.runs = runs;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Instant began = Instant.now();
        Outcome outcome = outcome();
        if (!outcome.equals(Outcome.NOTHING)) {
            keep(new JobRun(chore.name(), began, Duration.between(began, Instant.now()), outcome));
        }
    }

    private Outcome outcome() {
        try {
            return chore.run();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("job", chore.name()).setCause(e).log("a job failed: it runs again in its time");
            return Outcome.NOTHING.but(e);
        }
    }

    private void keep(JobRun run) {
        LOG.atInfo()
                .addKeyValue("job", run.job())
                .addKeyValue("done", run.outcome().done())
                .addKeyValue("failed", run.outcome().failed())
                .addKeyValue("millis", run.took().toMillis())
                .log("a job ran");
        try {
            runs.add(run);
        } catch (SQLException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("what a job did could not be written down");
        }
    }
}
