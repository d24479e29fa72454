package org.hotline.conversation.jdbc;

import java.sql.SQLException;

/** A unique key was violated (SQLSTATE 23505): a moment ago somebody else, or this call, wrote the same. */
final class UniqueKey {
    private static final String TAKEN = "23505";

    private UniqueKey() {}

    static boolean isTaken(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
