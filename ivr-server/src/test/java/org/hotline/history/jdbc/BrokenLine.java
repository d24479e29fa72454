package org.hotline.history.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The way to a database, which a test can cut. */
final class BrokenLine {
    private final DataSource database;
    private volatile boolean cut;
    private volatile boolean cutAfterCommit;

    BrokenLine(DataSource database) {
        this.database = database;
    }

    void cut() {
        cut = true;
    }

    /** The next commit arrives, but its answer does not. */
    void cutAfterCommit() {
        cutAfterCommit = true;
    }

    void mend() {
        cut = false;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    check();
                    return connection(database.getConnection());
                });
    }

    private Connection connection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        check();
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("commit") && cutAfterCommit) {
                            cutAfterCommit = false;
                            cut = true;
                            check();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void check() throws SQLException {
        if (cut) {
            throw new SQLException("the line is cut", "08006");
        }
    }
}
