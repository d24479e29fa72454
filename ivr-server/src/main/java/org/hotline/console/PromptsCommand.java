package org.hotline.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hotline.conversation.Dialplan;
import org.hotline.dialplan.DialplanReader;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptRendering;
import org.hotline.speech.prompts.PromptRendering.Standing;
import org.hotline.speech.prompts.PromptRendering.State;
import org.hotline.speech.prompts.ValuePieces;
import org.hotline.yaml.Complaint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hotline prompts}: the audio that ships beside the dialplans, listed and made. */
@Command(
        name = "prompts",
        description = "The audio of the dialplans' prompts: list, render.",
        mixinStandardHelpOptions = true)
public final class PromptsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dialplans",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the dialplans (default: ${DEFAULT-VALUE}).")
    private Path dialplans;

    @Option(
            names = "--espeak",
            paramLabel = "PROGRAM",
            scope = ScopeType.INHERIT,
            description = "espeak-ng's name or path (default: ${DEFAULT-VALUE}).")
    private String espeak = "espeak-ng";

    /** One folder of prompts and the texts wanted in it. */
    private record Shelf(String name, PromptRendering rendering, Collection<String> texts) {}

    /** With the folder {@code dialplans}. */
    public PromptsCommand() {
        this(Path.of("dialplans"));
    }

    /** With what the configuration says. */
    public PromptsCommand(Path dialplans) {
        this.dialplans = dialplans;
    }

    @Override
    public Integer call() {
        return list(List.of(), false);
    }

    @Command(name = "list", description = "Shows which prompts are ready, recorded, new, stale or unused.")
    int list(
            @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Plans by folder name (default: all).")
                    @Nullable
                    List<String> plans,
            @Option(names = "--all", description = "Shows every text, also those that are ready.") boolean all) {
        return complaining(() -> {
            for (Shelf shelf : shelves(Objects.requireNonNullElse(plans, List.of()))) {
                List<Standing> standings = shelf.rendering().standings(shelf.texts());
                out().println(shelf.name() + ": " + summary(standings));
                standings.stream()
                        .filter(standing -> all || standing.state() != State.READY)
                        .forEach(standing -> out().printf("  %-9s %s%n", standing.state(), standing.text()));
            }
        });
    }

    @Command(name = "render", description = "Speaks new and stale prompts with espeak-ng, and drops unused ones.")
    int render(
            @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Plans by folder name (default: all).")
                    @Nullable
                    List<String> plans) {
        return complaining(() -> {
            Synthesizer synthesizer = new EspeakSynthesizer(espeak);
            for (Shelf shelf : shelves(Objects.requireNonNullElse(plans, List.of()))) {
                out().println(shelf.name() + ": " + summary(shelf.rendering().standings(shelf.texts())));
                render(shelf, synthesizer);
            }
        });
    }

    private void render(Shelf shelf, Synthesizer synthesizer) throws IOException {
        List<Standing> standings = shelf.rendering().standings(shelf.texts());
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName(shelf.name())
                .setInitialMax(standings.size())
                .setStyle(ProgressBarStyle.ASCII);
        try (ProgressBar progress = bar.build()) {
            for (Standing standing : standings) {
                switch (standing.state()) {
                    case NEW, STALE -> shelf.rendering().render(standing.text(), synthesizer);
                    case UNUSED -> shelf.rendering().remove(standing.text());
                    case READY, RECORDED -> {}
                }
                progress.step();
            }
        } finally {
            shelf.rendering().finish();
        }
    }

    /** The wanted plans' folders, then the pieces of values in the languages that they speak. */
    private List<Shelf> shelves(List<String> wanted) throws IOException {
        List<Shelf> shelves = new ArrayList<>();
        Map<Language, Shelf> pieces = new EnumMap<>(Language.class);
        for (Path folder : wanted.isEmpty()
                ? plans()
                : wanted.stream().map(dialplans::resolve).toList()) {
            Dialplan plan = plan(folder);
            Language language = plan.language();
            shelves.add(shelf(folder.resolve("prompts"), plan.name(), language, plan.spokenTexts()));
            if (!pieces.containsKey(language)) {
                Path place = dialplans.resolve("pieces").resolve(language.tag());
                pieces.put(language, shelf(place, "pieces/" + language.tag(), language, ValuePieces.of(language)));
            }
        }
        shelves.addAll(pieces.values());
        return shelves;
    }

    private static Shelf shelf(Path folder, String name, Language language, Collection<String> texts)
            throws IOException {
        return new Shelf(name, new PromptRendering(folder, language, EspeakSynthesizer.voice(language)), texts);
    }

    private List<Path> plans() throws IOException {
        try (Stream<Path> folders = Files.list(dialplans)) {
            return folders.filter(folder -> Files.exists(folder.resolve("dialplan.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static Dialplan plan(Path folder) throws IOException {
        return switch (DialplanReader.read(folder)) {
            case DialplanReader.Reading.Read read -> read.written().plan();
            case DialplanReader.Reading.Refused refused ->
                throw new IOException(String.join(
                        System.lineSeparator(),
                        refused.complaints().stream().map(Complaint::toString).toList()));
        };
    }

    private static String summary(List<Standing> standings) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        standings.forEach(standing -> counts.merge(standing.state(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((state, count) -> words.add(count + " " + state));
        return String.join(", ", words);
    }

    private interface Work {
        void run() throws IOException;
    }

    private int complaining(Work work) {
        try {
            work.run();
            return 0;
        } catch (IOException failure) {
            spec.commandLine().getErr().println(failure.getMessage());
            return 1;
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
