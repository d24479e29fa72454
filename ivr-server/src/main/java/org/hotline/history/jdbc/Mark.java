package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The number of each writer's last stored line, in the table {@code journal}: what makes storing it again harmless. */
final class Mark {
    private Mark() {}

    /** 0 if nothing of that writer is stored. */
    static long of(Connection connection, String writer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select last_line from journal where writer = ?")) {
            select.setString(1, writer);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** In the transaction that stores what lies before it. */
    static void move(Connection connection, String writer, long number) throws SQLException {
        if (change(connection, "update journal set last_line = ? where writer = ?", writer, number) == 0) {
            change(connection, "insert into journal (last_line, writer) values (?, ?)", writer, number);
        }
    }

    private static int change(Connection connection, String sql, String writer, long number) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(sql)) {
            mark.setLong(1, number);
            mark.setString(2, writer);
            return mark.executeUpdate();
        }
    }
}
