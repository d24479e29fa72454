package org.hotline.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Which batch of each writer is stored: the mark that makes storing a batch again harmless. */
final class JournalRow {
    private JournalRow() {}

    /** Moves the writer's mark to this batch. False if it is there or beyond: the batch is stored. */
    static boolean advance(Connection connection, Batch batch) throws SQLException {
        String update = "update journal set batch = ? where writer = ? and batch < ?";
        try (PreparedStatement mark = connection.prepareStatement(update)) {
            mark.setLong(1, batch.number());
            mark.setString(2, batch.writer());
            mark.setLong(3, batch.number());
            return mark.executeUpdate() == 1 || insert(connection, batch);
        }
    }

    private static boolean insert(Connection connection, Batch batch) throws SQLException {
        String insert = "insert into journal (writer, batch) values (?, ?) on conflict do nothing";
        try (PreparedStatement mark = connection.prepareStatement(insert)) {
            mark.setString(1, batch.writer());
            mark.setLong(2, batch.number());
            return mark.executeUpdate() == 1;
        }
    }
}
