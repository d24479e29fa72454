package org.hotline.chores.quartz;

import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresJobsTest extends JobsContract {
    private final DatabaseSettings settings = Postgres.empty(8);

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
