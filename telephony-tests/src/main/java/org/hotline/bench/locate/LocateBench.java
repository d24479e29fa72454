package org.hotline.bench.locate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline.Main;
import org.hotline.dialplan.IssuesReader;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Costs;
import org.hotline.speech.Language;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hotline bench locate}: how well, and in how many turns, the issue of simulated callers is located. */
@Command(
        name = "locate",
        mixinStandardHelpOptions = true,
        description = {
            "How often, how well and in how many turns simulated callers of the sample shop are located.",
            "They describe their problem in words that nothing was taught, misheard as on the telephone, and answer from what they "
                    + "really need; some two minutes.",
            "Prints what was located and confirmed, in how many turns, what went wrong, each with a 95 %% interval."
        })
public final class LocateBench implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--callers", description = "per row of the table (default: 1000, spoken 200)")
    private Optional<Integer> callers = Optional.empty();

    @Option(
            names = "--seed",
            description = "of the callers; costs were tuned with --words tree and seed 7 (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed = 1;

    @Option(
            names = "--errors",
            paramLabel = "PERCENT",
            description = "words (en) or characters (zh) misheard of a hundred (default: ${DEFAULT-VALUE})",
            defaultValue = "15")
    private int errors = 15;

    @Option(names = "--language", description = "en or zh; both without it")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--words",
            description =
                    "held-out: written apart from the tree; tree: every fifth of the tree's utterances, kept back from learning,"
                            + " for tuning (default: ${DEFAULT-VALUE})",
            defaultValue = "held-out")
    private String words = "held-out";

    @Option(
            names = "--spoken",
            description =
                    "callers speak, by espeak-ng, over real SIP and RTP to a whole hotline that hears them with the bundled models;"
                            + " 200 a row and some 20 minutes, if --callers does not say otherwise")
    private boolean spoken;

    @Option(
            names = "--at-once",
            description = "spoken calls at the same time (default: ${DEFAULT-VALUE})",
            defaultValue = "10")
    private int atOnce = 10;

    /** Prints to the console. */
    public LocateBench() {
        this(System.out);
    }

    /** Prints to {@code out}. */
    public LocateBench(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        IssuesReader.Reading reading = IssuesReader.read(Main.home().resolve("dialplans/shop"));
        return switch (reading) {
            case IssuesReader.Reading.Refused refused -> {
                refused.complaints().forEach(out::println);
                yield 1;
            }
            case IssuesReader.Reading.Read read -> {
                measure(read.written().tree());
                yield 0;
            }
        };
    }

    private void measure(IssueTree tree) throws Exception {
        List<Language> languages =
                language.map(tag -> List.of(Language.of(tag))).orElse(List.of(Language.values()));
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        if (spoken) {
            new SpokenTrial(tree, Main.home().toAbsolutePath(), out, callers.orElse(200), atOnce, seed)
                    .run(languages, today);
        } else {
            simulate(tree, languages, today);
        }
    }

    private void simulate(IssueTree tree, List<Language> languages, LocalDate today) throws IOException {
        for (Language spoken : languages) {
            Path vocabulary = Main.home().resolve("models/hotline-mini-" + spoken.tag() + "/vocabulary.txt");
            Mishearing mishearing = new Mishearing(new Confusions(spoken, vocabulary), errors / 100.0);
            Lessons lessons = words.equals("tree")
                    ? Lessons.keepingBack(tree, spoken)
                    : Lessons.of(tree, spoken, Wordings.ofTheShop(spoken));
            LocateTrial trial = new LocateTrial(
                    tree,
                    today,
                    spoken,
                    lessons,
                    Wordings.foreign(spoken),
                    new EnsembleLearner(Pace.QUICK),
                    mishearing,
                    callers.orElse(1000),
                    seed);
            out.printf(
                    "%nLocating in %s: %d of %d issues have callers, %d %% of %s misheard, seed %d, words %s%n",
                    spoken.tag(),
                    trial.issues(),
                    tree.on(today).size(),
                    errors,
                    spoken == Language.ENGLISH ? "words" : "characters",
                    seed,
                    words);
            out.println(Tally.head());
            for (Arm arm : Arm.all()) {
                out.println(trial.run(arm, Costs.USUAL).row(arm.name()));
            }
        }
    }
}
