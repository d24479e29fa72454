package org.hotline.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hotline.speech.Language;
import org.hotline.speech.vosk.ModelArchive;
import org.hotline.speech.vosk.ModelFetch;
import org.hotline.speech.vosk.Models;
import org.hotline.speech.vosk.SpeechModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hotline models}: which speech models there are, fetching them, checking them. */
@Command(name = "models", description = "Speech models: list, fetch, verify.", mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--models",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the models (default: ${DEFAULT-VALUE}).")
    private Path folder;

    private final Optional<URI> usualMirror;

    /** With the folder {@code models} and no mirror. */
    public ModelsCommand() {
        this(Path.of("models"), Optional.empty());
    }

    /** With what the configuration says. */
    public ModelsCommand(Path folder, Optional<URI> usualMirror) {
        this.folder = folder;
        this.usualMirror = usualMirror;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "Shows the models and which one is used for each language.")
    int list() {
        return complaining(() -> {
            Models models = Models.in(folder);
            out().printf("%-4s %-30s %-8s %-13s %s%n", "", "model", "language", "licence", "");
            for (SpeechModel model : models.all()) {
                boolean used = models.best(model.language()).equals(Optional.of(model));
                String state = used ? "in use" : models.isInstalled(model) ? "installed" : "";
                out().printf(
                                "%-4s %-30s %-8s %-13s %s%n",
                                used ? "  *" : "",
                                model.name(),
                                model.language().tag(),
                                model.licence(),
                                (model.size() + " ").toLowerCase(Locale.ROOT) + state);
            }
            for (Language language : Language.values()) {
                models.remark(language).ifPresent(remark -> out().println(remark));
            }
            return 0;
        });
    }

    @Command(name = "fetch", description = "Fetches models and unpacks them; goes on where an earlier attempt stopped.")
    int fetch(
            @Parameters(
                            paramLabel = "MODEL",
                            arity = "1..*",
                            description = "A language (en, zh) for its official small model, or a model's name.")
                    List<String> wanted,
            @Option(names = "--mirror", paramLabel = "URL", description = "Fetch from this folder on the web instead.")
                    Optional<URI> mirror) {
        return complaining(() -> {
            Models models = Models.in(folder);
            List<SpeechModel> chosen = new ArrayList<>();
            for (String word : wanted) {
                chosen.add(chosen(models, word));
            }
            for (SpeechModel model : chosen) {
                fetch(models, model, mirror.or(() -> usualMirror));
            }
            return 0;
        });
    }

    @Command(name = "verify", description = "Checks the files of all installed models against their SHA256SUMS.")
    int verify() {
        return complaining(() -> {
            Models models = Models.in(folder);
            int wrong = 0;
            for (SpeechModel model : models.all()) {
                if (models.isInstalled(model)) {
                    List<String> differences = ModelArchive.differences(models.folder(model));
                    out().println(model.name() + ": " + (differences.isEmpty() ? "as it should be" : ""));
                    differences.forEach(difference -> out().println("  " + difference));
                    wrong += differences.size();
                }
            }
            return wrong == 0 ? 0 : 1;
        });
    }

    private void fetch(Models models, SpeechModel model, Optional<URI> mirror)
            throws IOException, InterruptedException {
        if (models.isInstalled(model)) {
            out().println(model.name() + " is installed already");
            return;
        }
        ProgressBarBuilder look = new ProgressBarBuilder()
                .setTaskName(model.name())
                .setUnit(" MB", MEGABYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(model.bytes().orElse(-1));
        try (ProgressBar bar = look.build()) {
            new ModelFetch(folder, mirror).fetch(model, (bytes, total) -> {
                bar.maxHint(Math.max(total, -1));
                bar.stepTo(bytes);
            });
        }
        out().println(model.name() + " is installed");
    }

    private static SpeechModel chosen(Models models, String word) throws IOException {
        return models.all().stream()
                .filter(model -> model.name().equals(word)
                        || (model.language().tag().equals(word) && model.size() == SpeechModel.Size.SMALL))
                .findFirst()
                .orElseThrow(() -> new IOException("no model called \"" + word + "\": see ./hotline models list"));
    }

    private int complaining(Callable<Integer> what) {
        try {
            return what.call();
        } catch (IOException problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return 1;
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
