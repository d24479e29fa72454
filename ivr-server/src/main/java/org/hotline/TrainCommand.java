package org.hotline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.TalkStories;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.JdbcTalkStories;
import org.hotline.training.Difference;
import org.hotline.training.Labels;
import org.hotline.training.Refused;
import org.hotline.training.Training;
import org.hotline.training.Version;
import org.hotline.yaml.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hotline train}: makes versions of a hotline's tree of issues, compares them, and puts one in force. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a hotline's tree of issues: tries every utterance on what the others teach, the sentences of "
                    + "regression.csv and the plans' rehearsals, compares with the version in force, and keeps a new version.",
            "It learns the trainers' draft, if there is one, else the version in force, else dialplans/HOTLINE/issues.yaml.",
            "Works while the server runs; new calls get what is published within a second."
        },
        synopsisSubcommandLabel = "",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the version understands less than the one in force, a rehearsal fails, or it could not be made",
            "2:asked wrongly"
        })
final class TrainCommand implements Callable<Integer> {
    private static final String WHICH = "Which hotline: a folder with an issues.yaml.";

    private final Path home;

    /** Where a day begins. */
    private ZoneId zone = ZoneId.systemDefault();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings (default: hotline.yaml).")
    private Path config = Path.of("hotline.yaml");

    @Parameters(paramLabel = "HOTLINE", arity = "0..1", description = WHICH)
    private String name = "";

    @Option(
            names = "--calls",
            paramLabel = "DAY",
            description =
                    "Learn from calls since this day how frequent issues are and what clues are worth; what callers said "
                            + "who said yes to an issue is tried too. Needs the database: while the server runs with its embedded one, "
                            + "train on its page.")
    private Optional<LocalDate> calls = Optional.empty();

    @Option(
            names = "--labelled",
            paramLabel = "FILE",
            description =
                    "CSV with the heading text,label: sentences to put into the draft first. A label is an issue's name, or "
                            + "oos for none.")
    private Optional<Path> labelled = Optional.empty();

    @Option(names = "--base", description = "Take the plans' own issues.yaml anew; the trainers' draft is thrown away.")
    private boolean base;

    @Option(
            names = "--take-over",
            description =
                    "Put what was changed by hand in the plans' own issues.yaml into the draft, beside what trainers have done.")
    private boolean takeOver;

    @Option(names = "--why", paramLabel = "TEXT", description = "What changed, for others to read.")
    private String why = "";

    @Option(names = "--publish", description = "Put the new version in force, if nothing speaks against it.")
    private boolean publish;

    @Option(
            names = "--all",
            description =
                    "Show every issue, not only those that changed by more than chance and the dozen understood worst.")
    private boolean all;

    TrainCommand(Path home) {
        this.home = home;
    }

    /** What is asked of one hotline's trainers' room. */
    @FunctionalInterface
    private interface Work {
        int on(Training training, TrainingTable table) throws IOException;
    }

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "which hotline? For example: hotline train shop");
        }
        return with(name, this::train);
    }

    private int train(Training training, TrainingTable table) throws IOException {
        if (base) {
            training.draft().beginWithBase();
        }
        if (takeOver) {
            table.conflicts(training.draft().takeOver());
        }
        table.byHand(training);
        if (labelled.isPresent()) {
            Set<String> issues = training.draft().syllabus().tree().issues().keySet();
            int taught = training.draft().teach(LabelledFile.read(home.resolve(labelled.get()), issues));
            out().println("Sentences that are new to the draft: " + taught);
        }
        Optional<Instant> since = calls.map(day -> day.atStartOfDay(zone).toInstant());
        Version version = training.learn(
                new Training.Request("console", why, since), (stage, done, of) -> progress(stage, done, of));
        table.version(version, all);
        if (!version.report().isPublishable()) {
            return 1;
        }
        return publish ? publish(training, version.number()) : 0;
    }

    private void progress(String stage, int done, int of) {
        out().println("  " + stage + (of > 1 ? " (" + done + " of " + of + ")" : ""));
        out().flush();
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = "Puts a version in force for new calls, if nothing speaks against it.")
    int publish(
            @Parameters(paramLabel = "HOTLINE", description = WHICH) String hotline,
            @Parameters(paramLabel = "VERSION", description = "Its number: hotline train versions HOTLINE lists them.")
                    int version) {
        return with(hotline, (training, table) -> publish(training, version));
    }

    private int publish(Training training, int version) {
        List<String> obstacles = training.publish(version, "console");
        if (!obstacles.isEmpty()) {
            out().println("Version " + version + " is not published:");
            obstacles.forEach(obstacle -> out().println("  " + obstacle));
            return 1;
        }
        out().println("Version " + version + " is in force: new calls are understood by it.");
        return 0;
    }

    @Command(
            name = "versions",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the versions: who made them, when and why, how they understand, and which is in force.")
    int versions(@Parameters(paramLabel = "HOTLINE", description = WHICH) String hotline) {
        return with(hotline, (training, table) -> {
            table.versions(training);
            return 0;
        });
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description =
                    "What changed from one version to another: issues, utterances, figures, and answers to regression.csv.")
    int diff(
            @Parameters(paramLabel = "HOTLINE", description = WHICH) String hotline,
            @Parameters(paramLabel = "ONE", description = "The earlier version's number.") int one,
            @Parameters(paramLabel = "OTHER", description = "The later version's number.") int other) {
        return with(hotline, (training, table) -> {
            Difference difference = training.difference(one, other);
            table.difference(difference);
            return 0;
        });
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Goes back to the version that was in force before, or to a given one that was: at once.")
    int rollBack(
            @Parameters(paramLabel = "HOTLINE", description = WHICH) String hotline,
            @Parameters(
                            paramLabel = "VERSION",
                            arity = "0..1",
                            defaultValue = "0",
                            description = "Which; without it the one that was in force before.")
                    int version) {
        return with(hotline, (training, table) -> {
            Optional<Integer> now =
                    training.rollBack(version == 0 ? Optional.empty() : Optional.of(version), "console");
            out().println(now.map(number -> "Version " + number).orElse("The plans' own issues.yaml")
                    + " is in force.");
            return 0;
        });
    }

    private int with(String hotline, Work work) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Configuration configuration = ConfigurationFile.read(home.resolve(config), home);
            zone = configuration.zone();
            return work.on(training(hotline, configuration), new TrainingTable(out(), zone));
        } catch (ConfigurationFile.Wrong | Plans.Refused wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (Refused | IOException | UncheckedIOException failed) {
            err.println(failed.getMessage());
            return 1;
        } finally {
            out().flush();
            err.flush();
        }
    }

    private Training training(String hotline, Configuration configuration) throws Plans.Refused {
        Surroundings surroundings =
                Surroundings.withQueues(Optional.of(configuration.queues().keySet()));
        List<Written> plans = Plans.read(configuration.dialplans(), surroundings);
        List<String> known = new ArrayList<>(Plans.hotlines(plans));
        if (!known.contains(hotline)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no hotline \"" + hotline + "\" whose tree a plan in " + configuration.dialplans()
                            + " names with issues: "
                            + (known.isEmpty() ? "(none does)" : Suggestion.among(known, hotline)));
        }
        return School.of(hotline, configuration.dialplans(), plans, surroundings, configuration.data())
                .training(Labels.NONE, stories(configuration), Clock.system(configuration.zone()));
    }

    /** The database is opened only when calls are asked for. */
    private static TalkStories stories(Configuration configuration) {
        return (dialplans, from, reader) -> {
            try (Database database = Database.open(Storage.settings(configuration))) {
                new JdbcTalkStories(database.dataSource()).located(dialplans, from, reader);
            } catch (StoreUnavailable failed) {
                String page = configuration.database().url().isEmpty()
                        ? "if the server runs, the database is its own: train with calls on its page, at http://"
                                + configuration.web().host() + ":"
                                + configuration.web().port() + "/training"
                        : "";
                throw new Refused("calls cannot be read: " + failed.getMessage(), page);
            }
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
