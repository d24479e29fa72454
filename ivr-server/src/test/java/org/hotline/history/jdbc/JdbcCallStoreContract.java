package org.hotline.history.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hotline.history.CallStore;
import org.hotline.history.CallStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract over one database that is emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcCallStoreContract extends CallStoreContract {
    private Database database;

    @TempDir
    Path folder;

    abstract DatabaseSettings settings();

    @BeforeAll
    void openDatabase() {
        database = Database.open(settings());
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Override
    protected CallStore openStore() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {"calls", "call_events", "call_tags", "journal"}) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new JdbcCallStore(database, folder.resolve("journal"));
    }
}
