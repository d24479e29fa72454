package org.hotline.queue.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hotline.queue.observed.Duty;
import org.hotline.queue.observed.DutyLog;

/** The log as the table {@code observed_duties}. */
public final class JdbcDutyLog implements DutyLog {
    private static final int LONGEST = 100;
    private static final String INSERT = """
            INSERT INTO observed_duties (happened_at, queue, location, agent, kind, reason)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String LATEST = """
            SELECT happened_at, queue, location, agent, kind, reason FROM observed_duties
            WHERE number IN (SELECT MAX(number) FROM observed_duties GROUP BY queue, location)
            ORDER BY number""";

    private final DataSource database;
    private final PatientWriter<Duty> writer;

    /** A log in a database that has the table already. */
    public JdbcDutyLog(DataSource database) {
        this.database = database;
        this.writer = new PatientWriter<>(database, "observed-duties", INSERT, JdbcDutyLog::bind);
    }

    @Override
    public void append(Duty duty) {
        writer.append(duty);
    }

    @Override
    public List<Duty> latest() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST);
                ResultSet rows = select.executeQuery()) {
            List<Duty> duties = new ArrayList<>();
            while (rows.next()) {
                duties.add(new Duty(
                        rows.getObject(1, OffsetDateTime.class).toInstant(),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        Duty.Kind.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)),
                        rows.getString(6)));
            }
            return duties;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read observed_duties: " + e.getMessage(), e);
        }
    }

    private static void bind(PreparedStatement insert, Duty duty) throws SQLException {
        insert.setObject(1, duty.at().atOffset(ZoneOffset.UTC));
        insert.setString(2, cut(duty.queue()));
        insert.setString(3, cut(duty.location()));
        insert.setString(4, cut(duty.agent()));
        insert.setString(5, duty.kind().name().toLowerCase(Locale.ROOT));
        insert.setString(6, cut(duty.reason()));
    }

    /** Another's names may be longer than our columns. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    @Override
    public void close() {
        writer.close();
    }
}
