package org.hotline.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hotline.history.StoreUnavailable;
import org.jdbi.v3.core.Jdbi;

/** The house's database: a pool of connections to a schema that is up to date. Any thread. */
public final class Database implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 3_000;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects, and brings the schema up to date (Flyway, {@code db/migration} and the database's own folder).
     *
     * @throws StoreUnavailable if there is no connection within a few seconds or the schema cannot be brought up to date;
     *     the message names the address, never the password
     * @throws IllegalArgumentException if the URL is of another database
     */
    public static Database open(DatabaseSettings settings) {
        Dialect dialect = Dialect.of(settings);
        HikariDataSource pool = connect(dialect, settings);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration", dialect.migrations())
                    .placeholders(Map.of("exact", dialect.exactText()))
                    .outOfOrder(true)
                    .load()
                    .migrate();
            return new Database(pool, dialect);
        } catch (FlywayException e) {
            pool.close();
            throw new StoreUnavailable(
                    "cannot bring the database " + settings.address() + " up to date: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource connect(Dialect dialect, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        dialect.configure(config, settings);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(PATIENCE_MILLIS);
        config.setPoolName("database");
        ShutFile shutFile = new ShutFile();
        config.setExceptionOverride(shutFile);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            shutFile.watch(pool);
            return pool;
        } catch (RuntimeException e) {
            throw new StoreUnavailable(
                    "cannot open the database " + settings.address() + ": " + reason(e) + ". " + dialect.advice(), e);
        }
    }

    /** The innermost message: what the driver said. */
    private static String reason(Throwable error) {
        Throwable cause = error;
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            cause = deeper;
        }
        return String.valueOf(cause.getMessage());
    }

    /** For other rooms' tables in the same database. */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Makes every commit so far durable, which the embedded H2 leaves to itself for half a second. For other rooms' rows
     * that must survive a crash; some milliseconds.
     *
     * @throws StoreUnavailable if the database does not do it
     */
    public void settle() {
        try (Connection connection = pool.getConnection()) {
            dialect.sync(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("the database does not keep what it was given: " + e.getMessage(), e);
        }
    }

    /** True if this is PostgreSQL, false if it is the embedded H2. */
    public boolean isPostgresql() {
        return dialect == Dialect.POSTGRESQL;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public void close() {
        pool.close();
    }
}
