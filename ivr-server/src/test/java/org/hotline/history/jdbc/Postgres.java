package org.hotline.history.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, started by the first that asks and stopped with the JVM. Any thread. */
public final class Postgres {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new AssertionError("embedded PostgreSQL does not start", e);
        }
    }

    /** A database of its own, with nothing in it. */
    public static DatabaseSettings empty(int connections) {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new AssertionError("no database on embedded PostgreSQL", e);
        }
        return new DatabaseSettings(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres", connections);
    }
}
