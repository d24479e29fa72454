package org.hotline.history.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Optional;

/**
 * After a write that failed, as on a full disk, H2 keeps its file shut until the last connection to it is closed, however
 * much room there is by then. So the first sign of that lets all connections of the pool go, and new ones open the file
 * again. Any thread.
 */
final class ShutFile implements SQLExceptionOverride {
    private static final int DATABASE_HAS_BEEN_CLOSED = 90_098;

    private volatile Optional<HikariDataSource> pool = Optional.empty();

    /** Watches this pool from now on, which asks us about every fault. */
    void watch(HikariDataSource opened) {
        pool = Optional.of(opened);
    }

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        if (fault.getErrorCode() != DATABASE_HAS_BEEN_CLOSED) {
            return Override.CONTINUE_EVICT;
        }
        pool.ifPresent(open -> open.getHikariPoolMXBean().softEvictConnections());
        return Override.MUST_EVICT;
    }
}
