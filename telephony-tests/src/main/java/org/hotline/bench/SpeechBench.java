package org.hotline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline.Main;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.vosk.RecognizerPool;
import org.hotline.speech.vosk.RecognizerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline bench speech}: what hearing costs, and how long a caller waits for the end of a turn to be noticed. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = "What hearing costs (streams) and how long callers wait (reply); some four minutes for both.")
public final class SpeechBench implements Callable<Integer> {
    private static final int PAIRS = 5;

    /** Passes until both processes are compiled: a call server runs for days. */
    private static final int WARM_UPS = 4;

    /** A half of the benchmark. */
    enum Half {
        STREAMS,
        REPLY
    }

    private final PrintStream out = System.out;

    @Parameters(
            arity = "0..1",
            paramLabel = "HALF",
            description = "streams: what hearing costs; reply: how long callers wait. Both without it.")
    private Optional<Half> half = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "the English model to hear with (default: the bundled one)")
    private Optional<Path> folder = Optional.empty();

    @Override
    public Integer call() {
        Path model = folder.orElse(Main.home().resolve("models/hotline-mini-en"));
        if (!SpokenCorpus.isPossible()) {
            System.out.println("bench speech needs espeak-ng (Debian: apt install espeak-ng)");
            return 1;
        }
        if (!Files.isDirectory(model)) {
            System.out.println("no model in " + model + ": run this in Hotline's folder, or name one");
            return 1;
        }
        try {
            System.out.printf("bench speech: %s, model %s%n%n", Machine.describe(), model.getFileName());
            if (half.orElse(Half.STREAMS) == Half.STREAMS) {
                streams(model);
            }
            if (half.orElse(Half.REPLY) == Half.REPLY) {
                new ReplyBench(out).run(Main.home());
            }
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception problem) {
            System.out.println(problem.getMessage());
            return 1;
        }
    }

    private void streams(Path model) throws IOException, InterruptedException {
        List<Pcm> problems = SpokenCorpus.spoken(SpokenCorpus.PROBLEMS);
        try (RawVosk raw = new RawVosk(model);
                RecognizerPool pool = new RecognizerPool(
                        RecognizerSettings.sizedFor(Runtime.getRuntime().availableProcessors()),
                        Map.of(Language.ENGLISH, model))) {
            if (!pool.awaitReady(Duration.ofSeconds(90))) {
                throw new IOException("the recognizer process did not become ready in 90 s");
            }
            double cost = streams("full language model", problems, List.of(), raw, pool);
            streams("list of " + SpokenCorpus.PROBLEMS.size() + " phrases", problems, phrases(), raw, pool);
            calls(problems, cost, raw);
            new TurnBench(out).endpoints(raw);
        }
        new TurnBench(out).interruptions(problems);
    }

    private double streams(String what, List<Pcm> corpus, List<String> phrases, RawVosk raw, RecognizerPool pool)
            throws IOException {
        StreamCost cost = new StreamCost(corpus, phrases);
        cost.raw(raw);
        for (int i = 0; i < WARM_UPS; i++) {
            cost.pooled(pool);
        }
        List<Double> ceiling = new ArrayList<>();
        List<Double> decoders = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> processes = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        int unheard = 0;
        for (int i = 0; i < PAIRS; i++) {
            StreamCost.Pass a = cost.raw(raw);
            StreamCost.Pass b = cost.pooled(pool);
            ceiling.add(a.realtimeFactor());
            decoders.add(b.decoder() / b.sound());
            whole.add(b.realtimeFactor());
            processes.add(a.realtimeFactor() * b.sound() / b.decoder());
            ratios.add(a.realtimeFactor() / b.realtimeFactor());
            unheard += b.unheard();
        }
        double median = StreamCost.median(whole);
        out.printf("Streams per core, %s (%d utterances, %d pairs)%n", what, corpus.size(), PAIRS);
        out.printf("  %-46s %8s %14s%n", "", "CPU s/s", "streams/core");
        row("raw Vosk loop", StreamCost.median(ceiling));
        row("our process", StreamCost.median(decoders));
        row("our process, protocol and client together", median);
        StreamCost.Pass paced = cost.paced(pool);
        row("the same at the pace of speech, " + StreamCost.SPEAKING + " at a time", paced.realtimeFactor());
        out.printf(
                "  throughput against raw: %.2f x the process, %.2f x with the client in the call server (goal >= 0.95"
                        + " x); utterances without text: %d%n%n",
                StreamCost.median(processes), StreamCost.median(ratios), unheard);
        return median;
    }

    private void row(String what, double cost) {
        out.printf("  %-46s %8.4f %14.1f%n", what, cost, 1 / cost);
    }

    /** What the rest of a talk leaves for recognition to do. */
    private void calls(List<Pcm> problems, double cost, RawVosk raw) {
        GatingTrial.Outcome outcome = new GatingTrial(raw).run(problems);
        out.printf(
                "Turn gating: recognition runs %.0f %% of a self-service call (a caller who begins 0.7 s after each"
                        + " prompt of 4 s)%n  calls per core: %.0f, %.1f x the streams (goal >= 2.5 x)%n%n",
                outcome.share() * 100, 1 / (cost * outcome.share()), 1 / outcome.share());
    }

    private static List<String> phrases() {
        List<String> phrases = new ArrayList<>(SpokenCorpus.PROBLEMS);
        phrases.add("[unk]");
        return phrases;
    }
}
