package org.hotline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline.console.AskedWrongly;
import org.hotline.console.CheckCommand;
import org.hotline.console.DrawCommand;
import org.hotline.console.ModelsCommand;
import org.hotline.console.PromptsCommand;
import org.hotline.console.RehearseCommand;
import org.hotline.console.UsersCommand;
import org.hotline.console.asterisk.SiteCheck;
import org.hotline.conversation.jdbc.SampleShop;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.dialplan.Surroundings;
import org.hotline.speech.Language;
import org.hotline.speech.vosk.RecognizerProcess;
import org.hotline.switchboard.Announcements;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.hotline.yaml.Complaint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** Where the program begins: the commands that need no phone. */
@Command(
        name = "hotline",
        mixinStandardHelpOptions = true,
        description = "A voice IVR and call-centre server.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    /** Runs the command and ends with its status: 0 done, 1 failed, 2 asked wrongly. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("recognizer")) {
            System.exit(RecognizerProcess.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length == 0 || !args[0].equals("run")) {
            // Commands tell what they do on the terminal; beside that the log says only what is wrong.
            System.getProperties().putIfAbsent("hotline.log", "WARN");
        }
        System.exit(commandLine(home()).execute(args));
    }

    /** The folder that relative paths start from: {@code -Dhotline.home}, else the present one. */
    public static Path home() {
        return Path.of(System.getProperty("hotline.home", ""));
    }

    static CommandLine commandLine(Path home) {
        Configuration usual = Configuration.defaults().at(home);
        Path plans = usual.dialplans();
        CommandLine hotline = new CommandLine(new Main())
                .addSubcommand(new RunCommand(home))
                .addSubcommand(new ExportCommand(home))
                .addSubcommand(new CheckCommand(
                        plans,
                        () -> surroundings(usual),
                        (site, settings) -> check(site, home.resolve(settings), home),
                        new EnsembleLearner(Pace.QUICK)))
                .addSubcommand(new TrainCommand(home))
                .addSubcommand(new DrawCommand(plans))
                .addSubcommand(new RehearseCommand(
                        plans,
                        plan -> School.learn(plan, usual.data()),
                        () -> sampleShop(plans),
                        settings -> model(home, settings),
                        new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                .addSubcommand(new ModelsCommand(usual.speech().models(), Optional.empty()))
                .addSubcommand(new PromptsCommand(plans))
                .addSubcommand(new UsersCommand(
                        file -> users(home, file), new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                .addSubcommand(new HelpCommand());
        Version version = new Version(usual.speech().models());
        hotline.registerConverter(LocalDate.class, Main::day);
        hotline.setParameterExceptionHandler(new AskedWrongly());
        hotline.getCommandSpec().versionProvider(version);
        hotline.getSubcommands().values().forEach(each -> each.getCommandSpec().versionProvider(version));
        return hotline;
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("\"" + written + "\" is no day: write it like 2026-11-20");
        }
    }

    private static List<Complaint> check(Path site, Path settings, Path home) throws IOException {
        try {
            Configuration wanted = ConfigurationFile.read(settings, home);
            Configuration.Asterisk asterisk = wanted.asterisk();
            return SiteCheck.of(
                    site,
                    new SiteCheck.Ports(
                            asterisk.agiPort(),
                            asterisk.audioPort(),
                            asterisk.ami().port(),
                            asterisk.ami().user()),
                    wanted.queues().keySet());
        } catch (ConfigurationFile.Wrong wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static SecondOpinion model(Path home, Path file) throws IOException {
        try {
            return LanguageModel.open(ConfigurationFile.read(home.resolve(file), home), new SimpleMeterRegistry())
                    .orElseThrow(() -> new IOException(
                            file + " names no model: write second-opinion: {base-url: \"...\", model: \"...\"}"));
        } catch (ConfigurationFile.Wrong wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static UsersCommand.Place users(Path home, Path file) throws IOException {
        try {
            Configuration configuration = ConfigurationFile.read(home.resolve(file), home);
            Configuration.Web web = configuration.web();
            return new UsersCommand.Place(
                    Storage.settings(configuration), "http://" + web.host() + ":" + web.port() + "/users");
        } catch (ConfigurationFile.Wrong wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static Surroundings surroundings(Configuration configuration) {
        try {
            return new Surroundings(
                    Optional.of(configuration.queues().keySet()),
                    Optional.of(Speakers.open(configuration).synthesizer()),
                    Arrays.stream(Language.values())
                            .collect(Collectors.toMap(
                                    language -> language,
                                    language -> Announcements.of(language).spokenTexts())),
                    Optional.of(new WordsHeard(configuration.speech().models())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sample shop in a database in memory: what a rehearsal looks up. */
    private static Lookups sampleShop(Path plans) {
        return SampleShop.rehearsed(plans.resolve("shop-en/sample-shop.sql"));
    }
}
