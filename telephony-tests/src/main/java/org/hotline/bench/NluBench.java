package org.hotline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hotline bench nlu}: what the classifier makes of a labelled set that it did not learn from. */
@Command(
        name = "nlu",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from one file of labelled texts and says what it makes of another.",
            "A file is CSV with a header, then text,label in each row; the label oos is out of scope. If no row to learn"
                    + " from is, small talk that ships with Hotline stands for it. Without rows out of scope among those"
                    + " tested the threshold is not applied to accuracy, macro-F1 and MCC.",
            "Ten thousand texts take about a minute of one processor a seed; nothing is learnt from the test file."
        })
public final class NluBench implements Callable<Integer> {
    /** Texts classified until the code is compiled: a call server runs for days. */
    private static final int WARM_UP = 10_000;

    /** Texts timed at the least; a small file is gone through again, which changes no other figure. */
    private static final int TIMED = 5_000;

    private static final int HELD_BACK = 5;

    private record Run(NluFigures figures, double wallSeconds, double processorSeconds) {}

    private final PrintStream out = System.out;

    @Option(names = "--train", paramLabel = "FILE", required = true, description = "the texts to learn from")
    private Path train = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "the texts to test with (default: every fifth of those to learn from, held back)")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "of the texts (default ${DEFAULT-VALUE})")
    private String language = "en";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "for what is left to chance in learning (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "so many runs with seeds one after another; figures are their mean (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(names = "--quick", description = "learn as a server does while it starts")
    private boolean quick;

    @Override
    public Integer call() {
        try {
            List<Example> learnt = LabelledTexts.read(train);
            List<Example> tested;
            if (test.isPresent()) {
                tested = LabelledTexts.read(test.get());
            } else {
                tested = fold(learnt, true);
                learnt = fold(learnt, false);
            }
            measure(Language.of(language), learnt, tested);
            return 0;
        } catch (IOException | IllegalArgumentException wrong) {
            System.out.println(wrong.getMessage());
            return 1;
        }
    }

    private static List<Example> fold(List<Example> examples, boolean held) {
        List<Example> fold = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if ((i % HELD_BACK == 0) == held) {
                fold.add(examples.get(i));
            }
        }
        return fold;
    }

    private void measure(Language spoken, List<Example> learnt, List<Example> tested) {
        out.println(Machine.describe());
        describe("learnt", learnt);
        describe("tested", tested);
        List<Example> examples = new ArrayList<>(learnt);
        if (learnt.stream().noneMatch(Example::isOutOfScope)) {
            examples.addAll(SmallTalk.in(spoken));
        }
        List<Run> runs = new ArrayList<>();
        for (long each = seed; each < seed + Math.max(1, seeds); each++) {
            System.err.printf("seed %d: learning ...%n", each);
            runs.add(run(spoken, examples, tested, each));
        }
        print(runs, tested);
    }

    private void describe(String what, List<Example> examples) {
        out.printf(
                "%s: %d texts, %d labels, %d out of scope%n",
                what,
                examples.size(),
                examples.stream()
                        .filter(example -> !example.isOutOfScope())
                        .map(Example::label)
                        .distinct()
                        .count(),
                examples.stream().filter(Example::isOutOfScope).count());
    }

    private Run run(Language spoken, List<Example> learnt, List<Example> tested, long chance) {
        long processor = processorNanos();
        long start = System.nanoTime();
        TextClassifier classifier =
                new EnsembleLearner(quick ? Pace.QUICK : Pace.THOROUGH, chance).learn(spoken, learnt);
        double wall = (System.nanoTime() - start) / 1e9;
        double used = (processorNanos() - processor) / 1e9;
        for (int i = 0; i < WARM_UP; i += tested.size()) {
            tested.forEach(example -> classifier.classify(example.text()));
        }
        List<NluFigures.Outcome> outcomes = new ArrayList<>();
        while (outcomes.size() < TIMED) {
            tested.forEach(example -> outcomes.add(classified(classifier, example)));
        }
        return new Run(new NluFigures(outcomes), wall, used);
    }

    private static NluFigures.Outcome classified(TextClassifier classifier, Example example) {
        long from = System.nanoTime();
        var ranking = classifier.classify(example.text());
        return new NluFigures.Outcome(example, ranking, System.nanoTime() - from);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void print(List<Run> runs, List<Example> tested) {
        boolean strange = tested.stream().anyMatch(Example::isOutOfScope);
        row(runs, "accuracy, %", run -> 100 * run.figures().accuracy());
        row(runs, "macro-F1, %", run -> 100 * run.figures().macroF1());
        row(runs, "in-scope accuracy, %", run -> 100 * run.figures().inScopeAccuracy());
        row(
                runs,
                "in-scope accuracy without threshold, %",
                run -> 100 * run.figures().inScopeAccuracyWithoutThreshold());
        if (strange) {
            row(runs, "oos recall, %", run -> 100 * run.figures().outOfScopeRecall());
            row(runs, "AUROC", run -> run.figures().auroc());
        }
        row(runs, "MCC", run -> run.figures().matthews());
        row(runs, "latency p50, us", run -> run.figures().latency(0.5));
        row(runs, "latency p99, us", run -> run.figures().latency(0.99));
        row(runs, "training, s", Run::wallSeconds);
        row(runs, "training, s of one processor", Run::processorSeconds);
    }

    private void row(List<Run> runs, String what, ToDoubleFunction<Run> figure) {
        double mean = runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
        double variance = runs.stream()
                .mapToDouble(figure)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN);
        out.printf("  %-40s %10.3f", what, mean);
        out.println(runs.size() > 1 ? String.format("  sd %.3f", Math.sqrt(variance)) : "");
    }
}
