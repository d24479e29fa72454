package org.hotline.access.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import javax.sql.DataSource;
import org.hotline.access.AccessUnavailable;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The way to this room's tables. Any thread. */
final class AccessTables {
    private final Jdbi database;
    private final Runnable settle;

    AccessTables(DataSource database, Runnable settle) {
        this.database = Jdbi.create(database);
        this.settle = settle;
    }

    /** @throws AccessUnavailable if the database does not do it */
    <T, X extends Exception> T read(HandleCallback<T, X> query) throws X {
        try {
            return database.withHandle(query);
        } catch (JdbiException refused) {
            throw new AccessUnavailable("users and audit log cannot be read: " + refused.getMessage(), refused);
        }
    }

    /**
     * One transaction, durable on return.
     *
     * @throws AccessUnavailable if the database does not do it
     */
    @CanIgnoreReturnValue
    <T, X extends Exception> T write(HandleCallback<T, X> change) throws X {
        T result;
        try {
            result = database.inTransaction(change);
        } catch (JdbiException refused) {
            throw new AccessUnavailable("users and audit log cannot be written: " + refused.getMessage(), refused);
        }
        settle.run();
        return result;
    }
}
