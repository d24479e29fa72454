package org.hotline.chores.quartz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hotline.chores.Chore.Outcome;

/** The table {@code job_runs}: what the jobs did lately. Any thread. */
final class JobRuns {
    private static final int KEPT = 1_000;

    private final DataSource database;

    JobRuns(DataSource database) {
        this.database = database;
    }

    void add(JobRun run) throws SQLException {
        String insert =
                "insert into job_runs (job, began_at, took_ms, done, failed, problem) values (?, ?, ?, ?, ?, ?)";
        String forget = "delete from job_runs where id <= (select max(id) from job_runs) - " + KEPT;
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(insert);
                PreparedStatement old = connection.prepareStatement(forget)) {
            row.setString(1, run.job());
            row.setObject(2, run.beganAt().atOffset(ZoneOffset.UTC));
            row.setLong(3, run.took().toMillis());
            row.setInt(4, run.outcome().done());
            row.setInt(5, run.outcome().failed());
            row.setString(6, run.outcome().problem());
            row.executeUpdate();
            old.executeUpdate();
        }
    }

    /** Newest first. */
    List<JobRun> newest(int limit) throws SQLException {
        String select = "select * from job_runs order by id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(select)) {
            query.setInt(1, limit);
            List<JobRun> runs = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs.add(read(row));
                }
            }
            return runs;
        }
    }

    private static JobRun read(ResultSet row) throws SQLException {
        return new JobRun(
                row.getString("job"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_ms")),
                new Outcome(row.getInt("done"), row.getInt("failed"), row.getString("problem")));
    }
}
