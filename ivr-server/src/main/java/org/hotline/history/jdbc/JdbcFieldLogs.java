package org.hotline.history.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.history.FieldLogs;
import org.hotline.history.StoreUnavailable;

/** The logs as the views {@code cdr} and {@code queue_log}. */
public final class JdbcFieldLogs implements FieldLogs {
    private static final int ROWS_AT_ONCE = 1_000;

    private final DataSource database;
    private final ZoneId zone;

    /** @param zone of the times in it */
    public JdbcFieldLogs(DataSource database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    private static String query(Log log) {
        return switch (log) {
            case CDR -> "select * from cdr where calldate >= ? and calldate < ? order by calldate, uniqueid";
            case RATINGS -> "select * from ratings where \"time\" >= ? and \"time\" < ? order by \"time\", callid";
            case QUEUE_LOG -> "select * from queue_log where \"time\" >= ? and \"time\" < ? order by \"time\", callid";
        };
    }

    @Override
    public void write(Log log, Instant from, Instant until, Appendable out) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // else PostgreSQL hands over all rows at once
            try (PreparedStatement statement = connection.prepareStatement(query(log))) {
                statement.setFetchSize(ROWS_AT_ONCE);
                statement.setObject(1, Columns.time(from));
                statement.setObject(2, Columns.time(until));
                write(statement, out);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("the call database cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(PreparedStatement statement, Appendable out) throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                out.append(column == 1 ? "" : ",").append(columns.getColumnLabel(column));
            }
            out.append('\n');
            while (rows.next()) {
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    out.append(column == 1 ? time(rows) : "," + field(text(rows, column)));
                }
                out.append('\n');
            }
        }
    }

    private String time(ResultSet rows) throws SQLException {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                rows.getObject(1, OffsetDateTime.class).atZoneSameInstant(zone));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    /** As RFC 4180 says; what a spreadsheet would take for a formula is made text. */
    static String field(String value) {
        boolean formula = value.matches("(?s)[=@\\t\\r].*|[+-](?!\\d+$).*");
        String text = formula ? "'" + value : value;
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
