package org.hotline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.hotline.history.FieldLogs.Log;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.JdbcFieldLogs;
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
            "The embedded database can be read by one program at a time: while the server runs, an administrator gets the",
            "same from its pages, at /api/exports/cdr.csv, queue-log.csv and ratings.csv there."
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
        Log log = switch (what) {
            case "cdr" -> Log.CDR;
            case "queue-log" -> Log.QUEUE_LOG;
            case "ratings" -> Log.RATINGS;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "there is no log \"" + what + "\": cdr, queue-log and ratings are there");
        };
        PrintWriter err = spec.commandLine().getErr();
        try {
            return export(log, ConfigurationFile.read(home.resolve(config), home));
        } catch (ConfigurationFile.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (IOException failed) {
            err.println("Nothing was exported: " + failed.getMessage());
            return 1;
        }
    }

    private int export(Log log, Configuration configuration) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ZoneId zone = configuration.zone();
        try (Database database = Database.open(Storage.settings(configuration))) {
            new JdbcFieldLogs(database.dataSource(), zone)
                    .write(
                            log,
                            from.atStartOfDay(zone).toInstant(),
                            until.plusDays(1).atStartOfDay(zone).toInstant(),
                            out);
            out.flush();
            return 0;
        } catch (StoreUnavailable failed) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Nothing was exported: " + failed.getMessage());
            if (configuration.database().url().isEmpty()) {
                err.println(
                        "If the server runs, the database is its own: administrators get the same from its pages, at http://"
                                + configuration.web().host() + ":"
                                + configuration.web().port() + "/api/exports/" + what + ".csv");
            }
            return 1;
        }
    }
}
