package org.hotline.bench.locate;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hotline.bench.Machine;
import org.hotline.bench.ScratchFolder;
import org.hotline.issue.IssueTree;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;

/**
 * Simulated callers who speak, over real SIP and RTP, with a whole hotline that hears them with its recognizer. Nothing is
 * misheard but what really is.
 */
final class SpokenTrial {
    private final IssueTree tree;
    private final Path home;
    private final PrintStream out;
    private final int callers;
    private final int atOnce;
    private final long seed;

    /** Callers of one kind. */
    private record Row(Language language, boolean isKnown, List<SpokenCaller> callers) {
        String name() {
            return language.tag() + (isKnown ? " customers, guessing" : " - no guess");
        }
    }

    private record Done(SpokenCaller caller, SpokenCall.Held held) {}

    SpokenTrial(IssueTree tree, Path home, PrintStream out, int callers, int atOnce, long seed) {
        this.tree = tree;
        this.home = home;
        this.out = out;
        this.callers = callers;
        this.atOnce = atOnce;
        this.seed = seed;
    }

    /**
     * Holds all calls; some 20 s each, {@code atOnce} at a time.
     *
     * @throws Exception if the hotline cannot be started; the message says why
     */
    void run(List<Language> languages, LocalDate today) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Language language : languages) {
            rows.add(row(language, true, today));
            rows.add(row(language, false, today));
        }
        try (ScratchFolder folder = ScratchFolder.made("bench-locate");
                Trial trial = trial(folder.path(), rows)) {
            if (!trial.house().awaitReady(Duration.ofSeconds(90))) {
                throw new IllegalStateException("the recognizer processes did not become ready in 90 s");
            }
            Map<String, String> misheard = new LinkedHashMap<>();
            List<String> wrong = new ArrayList<>();
            out.println(Tally.head());
            for (Row row : rows) {
                WordErrors errors = new WordErrors(row.language());
                out.println(held(trial, row, errors, wrong).row(row.name()));
                misheard.put(row.name(), errors.toString());
            }
            misheard.forEach((row, share) -> out.printf("  %s: misheard in the callers' own words: %s%n", row, share));
            wrong.forEach(out::println);
            out.printf("  %d calls at once, load now %s%n", atOnce, Machine.load());
        }
    }

    private Row row(Language language, boolean isKnown, LocalDate today) throws java.io.IOException {
        Lessons lessons = Lessons.of(tree, language, Wordings.ofTheShop(language));
        Population population = new Population(tree, tree.on(today), lessons.said());
        Path vocabulary = home.resolve("models/hotline-mini-" + language.tag() + "/vocabulary.txt");
        Mishearing nothing = new Mishearing(new Confusions(language, vocabulary), 0);
        List<SpokenCaller> people = new ArrayList<>();
        for (SimulatedCaller.Caller who : population.customers(callers, seed)) {
            String number = String.format(
                    Locale.ROOT, "7%s%d%05d", SpokenPlans.number(language), isKnown ? 1 : 0, people.size());
            people.add(new SpokenCaller(
                    number, who, isKnown, tree, language, new SimulatedCaller(who, nothing, Habits.SPOKEN)));
        }
        return new Row(language, isKnown, people);
    }

    private Trial trial(Path folder, List<Row> rows) throws Exception {
        Path plans = Files.createDirectory(folder.resolve("dialplans"));
        List<SpokenCaller> all =
                rows.stream().flatMap(row -> row.callers().stream()).toList();
        SpokenPlans.write(home.resolve("dialplans"), plans, tree, all);
        return new Trial(TrialSettings.of(folder.resolve("data"), 0, 0, "dialplans: \"" + plans + "\""));
    }

    private Tally held(Trial trial, Row row, WordErrors errors, List<String> wrong) throws Exception {
        Tally tally = new Tally();
        int failed = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("caller-", 0).factory())) {
            CompletionService<Done> calls = new ExecutorCompletionService<>(people);
            row.callers().forEach(caller -> calls.submit(call(trial, caller, row.language())));
            for (int number = 1; number <= row.callers().size(); number++) {
                try {
                    Done done = calls.take().get();
                    tally.count(
                            done.held().ended(),
                            done.caller().who().issue(),
                            done.held().ended().settled().map(tree.issues()::get));
                    wronglyLocated(row, done).ifPresent(wrong::add);
                    done.held().described().forEach(said -> errors.count(said.said(), said.heard()));
                } catch (ExecutionException broken) {
                    failed++;
                    out.println("  a call failed: " + broken.getCause());
                }
                if (number % 50 == 0) {
                    out.printf(
                            "  %s: %d of %d calls held%n",
                            row.name(), number, row.callers().size());
                }
            }
        }
        if (failed > 0) {
            out.printf("  %s: %d calls failed and are not counted%n", row.name(), failed);
        }
        return tally;
    }

    /** What went wrong, act by act, for whoever mends it. */
    private static Optional<String> wronglyLocated(Row row, Done done) {
        String meant = done.caller().who().issue().name();
        return done.held()
                .ended()
                .settled()
                .filter(settled -> !settled.equals(meant))
                .map(settled -> "  wrong, %s: meant %s, said %s: %s"
                        .formatted(
                                row.name(),
                                meant,
                                done.held().described().stream()
                                        .map(said -> '"' + said.said() + '"')
                                        .toList(),
                                done.held().story()));
    }

    private static Callable<Done> call(Trial trial, SpokenCaller caller, Language language) {
        return () -> {
            try (Softphone phone = Softphone.towards(trial.sip())
                    .showing(caller.number())
                    .speaking(language)
                    .build()) {
                CallStory story = new CallStory(trial.calls(), caller.number());
                return new Done(caller, new SpokenCall(caller, phone, language, story).call());
            }
        };
    }
}
