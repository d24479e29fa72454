package org.hotline.history.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresCallStoreTest extends JdbcCallStoreContract {
    private final DatabaseSettings settings = Postgres.empty(4);

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
