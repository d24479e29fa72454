package org.hotline.chores.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hotline.chores.Chore;
import org.hotline.chores.Chore.Outcome;
import org.hotline.chores.quartz.Jobs.Scheduled;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs over one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobsContract {
    private static final Duration NEVER_AGAIN = Duration.ofDays(1);
    private Database database;

    abstract DatabaseSettings settings();

    @BeforeAll
    void open() {
        database = Database.open(settings());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void forget() throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from job_runs");
        }
    }

    @Test
    void runsAtOnceAgainAndAgainAndWhenAsked() {
        Counting often = new Counting("often", Outcome.NOTHING.and());
        Counting seldom = new Counting("seldom", Outcome.NOTHING.and());
        try (Jobs jobs = jobs(new Scheduled(often, Duration.ofMillis(100)), new Scheduled(seldom, NEVER_AGAIN))) {
            Awaitility.await().until(() -> often.runs() >= 3 && seldom.runs() == 1);
            jobs.runNow("seldom");
            Awaitility.await().until(() -> seldom.runs() == 2);
        }
    }

    @Test
    void keepsWhatARunCameToUnlessThereWasNothingToDo() {
        Counting busy = new Counting("busy", new Outcome(3, 1, "no room"));
        Counting idle = new Counting("idle", Outcome.NOTHING);
        try (Jobs jobs = jobs(new Scheduled(busy, NEVER_AGAIN), new Scheduled(idle, NEVER_AGAIN))) {
            Awaitility.await().until(() -> idle.runs() == 1 && jobs.runs(10).size() == 1);
            assertThat(jobs.runs(10).getFirst().job()).isEqualTo("busy");
            assertThat(jobs.runs(10).getFirst().outcome()).isEqualTo(new Outcome(3, 1, "no room"));
        }
    }

    @Test
    void choreThatThrowsRunsAgainInItsTime() {
        AtomicInteger runs = new AtomicInteger();
        Chore broken = new Chore() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Outcome run() {
                runs.incrementAndGet();
                throw new IllegalStateException("out of order");
            }
        };
        try (Jobs jobs = jobs(new Scheduled(broken, Duration.ofMillis(100)))) {
            Awaitility.await().until(() -> runs.get() >= 2 && !jobs.runs(1).isEmpty());
            assertThat(jobs.runs(1).getFirst().outcome()).isEqualTo(new Outcome(0, 1, "out of order"));
        }
    }

    @Test
    void goesOnAfterARestart() {
        for (int start = 0; start < 2; start++) {
            Counting chore = new Counting("again", Outcome.NOTHING);
            try (Jobs jobs = jobs(new Scheduled(chore, NEVER_AGAIN))) {
                Awaitility.await().until(() -> chore.runs() == 1);
                assertThat(jobs.runs(10)).isEmpty();
            }
        }
    }

    @Test
    void twoServersInOneProcessHaveTheirOwnJobs() {
        Counting first = new Counting("first", Outcome.NOTHING);
        Counting second = new Counting("second", Outcome.NOTHING);
        try (Database other = Database.open(new DatabaseSettings("jdbc:h2:mem:other", "sa", "", 4));
                Jobs here = jobs(new Scheduled(first, NEVER_AGAIN));
                Jobs there = new Jobs(
                        other.dataSource(), other.isPostgresql(), List.of(new Scheduled(second, NEVER_AGAIN)))) {
            Awaitility.await().until(() -> first.runs() == 1 && second.runs() == 1);
            here.runNow("first");
            there.runNow("second");
            Awaitility.await().until(() -> first.runs() == 2 && second.runs() == 2);
        }
    }

    private Jobs jobs(Scheduled... chores) {
        DataSource source = database.dataSource();
        return new Jobs(source, database.isPostgresql(), List.of(chores));
    }

    private static final class Counting implements Chore {
        private final String name;
        private final Outcome outcome;
        private final AtomicInteger runs = new AtomicInteger();

        Counting(String name, Outcome outcome) {
            this.name = name;
            this.outcome = outcome;
        }

        int runs() {
            return runs.get();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Outcome run() {
            runs.incrementAndGet();
            return outcome;
        }
    }
}
