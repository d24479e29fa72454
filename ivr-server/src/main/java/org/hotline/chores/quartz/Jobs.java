package org.hotline.chores.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hotline.chores.Chore;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.spi.TriggerFiredBundle;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Runs chores on a schedule, each at most once at a time; one that a crash breaks off runs again at the next start. Any
 * thread.
 */
public final class Jobs implements AutoCloseable {
    private static final String NAME = "hotline";
    private static final int THREADS = 2;

    private final Scheduler scheduler;
    private final JobRuns runs;

    /**
     * A chore and its time.
     *
     * @param every from the start of one run to the next
     */
    public record Scheduled(Chore chore, Duration every) {}

    /**
     * Begins to run chores, each for the first time now.
     *
     * @param database with the tables of {@code V10__quartz.sql} and {@code V11__job_runs.sql}
     * @param postgresql true if it is PostgreSQL, false for H2
     * @throws IllegalStateException if the database is away
     */
    public Jobs(DataSource database, boolean postgresql, List<Scheduled> chores) {
        this.runs = new JobRuns(database);
        try {
            scheduler = scheduler(database, postgresql);
            Map<String, Chore> byName = chores.stream()
                    .map(Scheduled::chore)
                    .collect(Collectors.toUnmodifiableMap(Chore::name, Function.identity()));
            scheduler.setJobFactory((fired, ignored) -> job(byName, fired));
            forgetAllBut(byName.keySet());
            for (Scheduled scheduled : chores) {
                schedule(scheduled);
            }
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the jobs cannot be scheduled: " + e.getMessage(), e);
        }
    }

    private Job job(Map<String, Chore> chores, TriggerFiredBundle fired) throws SchedulerException {
        String name = fired.getJobDetail().getKey().getName();
        Chore chore = Optional.ofNullable(chores.get(name))
                .orElseThrow(() -> new SchedulerException("there is no job " + name + " any more"));
        return new ChoreJob(chore, runs);
    }

    /** An earlier version's jobs are still in the database. */
    private void forgetAllBut(Set<String> names) throws SchedulerException {
        for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
            if (!names.contains(job.getName())) {
                scheduler.deleteJob(job);
            }
        }
    }

    private void schedule(Scheduled scheduled) throws SchedulerException {
        String name = scheduled.chore().name();
        JobDetail job = JobBuilder.newJob(ChoreJob.class)
                .withIdentity(name)
                .requestRecovery()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(name)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(scheduled.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        scheduler.scheduleJob(job, Set.of(trigger), true);
    }

    /** Quartz keeps schedulers by name for the whole process; several servers in one must not share theirs. */
    private static synchronized Scheduler scheduler(DataSource database, boolean postgresql) throws SchedulerException {
        String connections = UUID.randomUUID().toString();
        DBConnectionManager.getInstance().addConnectionProvider(connections, new Connections(database));
        JobStoreTX store = new JobStoreTX();
        store.setDataSource(connections);
        store.setTablePrefix("qrtz_");
        try {
            store.setDriverDelegateClass((postgresql ? PostgreSQLDelegate.class : StdJDBCDelegate.class).getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException(e);
        }
        SimpleThreadPool threads = new SimpleThreadPool(THREADS, Thread.MIN_PRIORITY);
        threads.setThreadNamePrefix("jobs");
        threads.setMakeThreadsDaemons(true);
        SchedulerRepository.getInstance().remove(NAME);
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        factory.createScheduler(NAME, NAME, threads, store);
        Scheduler made = factory.getScheduler(NAME);
        SchedulerRepository.getInstance().remove(NAME);
        return made;
    }

    /** Runs a chore as soon as there is a thread for it, besides its schedule. */
    public void runNow(String chore) {
        try {
            scheduler.triggerJob(JobKey.jobKey(chore));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the job " + chore + " cannot be run: " + e.getMessage(), e);
        }
    }

    /**
     * What the jobs did lately, newest first; runs with nothing to do are left out.
     *
     * @param limit 1 to 1000
     */
    public List<JobRun> runs(int limit) {
        try {
            return runs.newest(limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the jobs' history cannot be read: " + e.getMessage(), e);
        }
    }

    /** Waits for the chores under way and stops. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the jobs cannot be stopped: " + e.getMessage(), e);
        }
    }

    /** Lends Quartz the house's connections. */
    private record Connections(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
