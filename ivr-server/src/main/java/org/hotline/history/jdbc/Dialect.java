package org.hotline.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.h2.api.ErrorCode;

/** What differs between the two databases. */
enum Dialect {
    /**
     * Embedded. Its commits reach the file within 500 ms ({@code WRITE_DELAY}) and the disk with a checkpoint: soon
     * enough, as the journal has what is not there yet. {@code WRITE_DELAY=0} stops H2's compaction: at 100 commits a
     * second the file grew by 2.7 MB a second without end. The file may be half empty ({@code AUTO_COMPACT_FILL_RATE}):
     * keeping it nine tenths full, as H2 would, cost as much as all it stores of calls.
     */
    H2("h2", "") {
        @Override
        void configure(HikariConfig pool, DatabaseSettings settings) {
            pool.setJdbcUrl(
                    settings.url()
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;AUTO_COMPACT_FILL_RATE=50");
        }

        @Override
        String advice() {
            return "Another hotline may be running on the same folder: stop it, or choose another folder with data";
        }

        @Override
        void sync(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }

        // It keeps half a transaction in memory, and would write that once the disk has room again.
        @Override
        void abandon(Connection connection, SQLException failure) {
            if (!FAILED_WRITES.contains(failure.getErrorCode())) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException closed) {
                failure.addSuppressed(closed);
            }
        }
    },

    /** A server. Its commit is durable; what hangs counts as dead after some seconds. */
    POSTGRESQL("postgresql", "collate \"C\"") {
        @Override
        void configure(HikariConfig pool, DatabaseSettings settings) {
            pool.setJdbcUrl(settings.url());
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("socketTimeout", "20");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }

        @Override
        String advice() {
            return "Start it, or correct its address, user or password in the configuration";
        }

        @Override
        void sync(Connection connection) {}

        @Override
        void abandon(Connection connection, SQLException failure) {}
    };

    private static final Set<Integer> FAILED_WRITES =
            Set.of(ErrorCode.GENERAL_ERROR_1, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2);

    private final String folder;
    private final String exactText;

    Dialect(String folder, String exactText) {
        this.folder = folder;
        this.exactText = exactText;
    }

    /** @throws IllegalArgumentException if it is neither */
    static Dialect of(DatabaseSettings settings) {
        if (settings.url().startsWith("jdbc:h2:")) {
            return H2;
        }
        if (settings.url().startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("the database " + settings.address()
                + " is of no kind I know: give jdbc:postgresql://host/name, or none for the embedded one");
    }

    /** Where its own migrations lie, next to {@code db/migration}. */
    String migrations() {
        return "classpath:db/" + folder;
    }

    /** What a column's type is followed by if its text is compared character by character, in no language's order. */
    String exactText() {
        return exactText;
    }

    /** What to do if it cannot be opened. */
    abstract String advice();

    abstract void configure(HikariConfig pool, DatabaseSettings settings);

    /** Makes every commit so far durable. Outside of a transaction. */
    abstract void sync(Connection connection) throws SQLException;

    /**
     * Throws away what a failed write may have left in memory, if that is how this database is: the next connection finds
     * what is on the disk, which is whole.
     */
    abstract void abandon(Connection connection, SQLException failure);
}
