package org.hotline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.jdbc.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline export}: calls, or what happened in queues, as CSV in the vocabulary of Asterisk's own logs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes calls (cdr) or what happened in queues (queue-log) as CSV, in the words of Asterisk's logs;",
            "or how callers rated their calls (ratings).",
            "The embedded database can be read by one program at a time: stop the server first, or use PostgreSQL."
        })
final class ExportCommand implements Callable<Integer> {
    private final Path home;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WHAT", description = "cdr, queue-log or ratings")
    private String what = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First day, as 2026-11-01 (default: all).")
    private LocalDate from = LocalDate.of(2000, 1, 1);

    @Option(names = "--until", paramLabel = "DATE", description = "Last day, as 2026-11-30 (default: all).")
    private LocalDate until = LocalDate.of(2999, 12, 31);

    @Option(names = "--config", paramLabel = "FILE", description = "Settings (default: hotline.yaml).")
    private Path config = Path.of("hotline.yaml");

    ExportCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        String query = switch (what) {
            case "cdr" -> "select * from cdr where calldate >= ? and calldate < ? order by calldate, uniqueid";
            case "queue-log" ->
                "select * from queue_log where \"time\" >= ? and \"time\" < ? order by \"time\", callid";
            case "ratings" -> "select * from ratings where \"time\" >= ? and \"time\" < ? order by \"time\", callid";
            default ->
                throw new ParameterException(
                        spec.commandLine(), "there is no log \"" + what + "\": cdr, queue-log and ratings are there");
        };
        PrintWriter err = spec.commandLine().getErr();
        try {
            Configuration configuration = ConfigurationFile.read(home.resolve(config), home);
            try (Database database = Database.open(Storage.settings(configuration))) {
                write(database, query, configuration.zone());
            }
            return 0;
        } catch (ConfigurationFile.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (IOException | SQLException | StoreUnavailable failed) {
            err.println("Nothing was exported: " + failed.getMessage());
            return 1;
        }
    }

    private void write(Database database, String query, ZoneId zone) throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, from.atStartOfDay(zone).toOffsetDateTime());
            statement.setObject(2, until.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    line.append(column == 1 ? "" : ",").append(columns.getColumnLabel(column));
                }
                out.println(line);
                while (rows.next()) {
                    out.println(line(rows, columns.getColumnCount()));
                }
            }
        }
        out.flush();
    }

    private static String line(ResultSet row, int columns) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            line.append(column == 1 ? "" : ",")
                    .append(field(Optional.ofNullable(row.getString(column)).orElse("")));
        }
        return line.toString();
    }

    /** As RFC 4180 says; what a spreadsheet would take for a formula is made text. */
    static String field(String value) {
        boolean formula = value.matches("(?s)[=@\\t\\r].*|[+-](?!\\d+$).*");
        String text = formula ? "'" + value : value;
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
