package org.hotline.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptRendering.Standing;
import org.hotline.speech.prompts.PromptRendering.State;
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
            for (PromptFolders.Wanted shelf :
                    new PromptFolders(dialplans).of(Objects.requireNonNullElse(plans, List.of()))) {
                List<Standing> standings = shelf.standings();
                out().println(shelf.name() + ": " + shelf.summary());
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
            for (PromptFolders.Wanted shelf :
                    new PromptFolders(dialplans).of(Objects.requireNonNullElse(plans, List.of()))) {
                out().println(shelf.name() + ": " + shelf.summary());
                render(shelf, synthesizer);
            }
        });
    }

    private void render(PromptFolders.Wanted shelf, Synthesizer synthesizer) throws IOException {
        List<Standing> standings = shelf.standings();
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
