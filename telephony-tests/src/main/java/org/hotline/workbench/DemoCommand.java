package org.hotline.workbench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline.Main;
import org.hotline.bench.ScratchFolder;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hotline demo}: the whole hotline on this machine, and four real calls to it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts the server, its recognizers and two agents' phones, places four calls over SIP and RTP on"
                + " loopback, prints what was said and recognised, and leaves the server running.")
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--exit", description = "stop after the calls; status 1 if one did not end as it should")
    private boolean exit;

    @Option(names = "--sip-port", defaultValue = "5060", description = "SIP port (default ${DEFAULT-VALUE})")
    private int sipPort;

    @Option(names = "--web-port", defaultValue = "8080", description = "port of the pages (default ${DEFAULT-VALUE})")
    private int webPort;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws Exception {
        if (!exit) {
            return perform(Main.home().resolve("data/demo"));
        }
        try (ScratchFolder data = ScratchFolder.made("hotline-demo")) {
            return perform(data.path());
        }
    }

    private int perform(Path data) throws Exception {
        Trial trial;
        try {
            trial = new Trial(data, sipPort, webPort);
        } catch (IOException | UncheckedIOException refused) {
            System.err.println("The demo did not start: " + refused.getMessage());
            System.err.println("Other ports for the demo: --sip-port and --web-port.");
            return 1;
        }
        try (trial) {
            out.println(String.join(System.lineSeparator(), trial.house().welcome()));
            if (!trial.house().awaitReady(PATIENCE)) {
                out.println("  note    the recognizers are not ready yet: callers will be asked to use keys");
            }
            boolean well = perform(trial);
            out.println(well ? "All calls ended as they should." : "NOT all calls ended as they should.");
            if (!exit) {
                out.println("The server goes on. Call it yourself:  ./hotline call 4000 --hear   Stop it: Ctrl-C");
                new CountDownLatch(1).await();
            }
            return well ? 0 : 1;
        }
    }

    private boolean perform(Trial trial) {
        Storyteller storyteller = new Storyteller(trial.calls(), out);
        boolean well = true;
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().factory());
                Stage stage = new Stage(trial)) {
            var telling = clock.scheduleWithFixedDelay(storyteller::tellNews, 300, 300, TimeUnit.MILLISECONDS);
            List<Cdr> records = new ArrayList<>();
            for (Scenes.Scene scene : new Scenes(stage).all()) {
                well &= perform(scene, trial.calls(), records);
                storyteller.tellNews();
            }
            telling.cancel(false);
            print(records);
        }
        return well;
    }

    private boolean perform(Scenes.Scene scene, CallStore calls, List<Cdr> records) {
        out.println();
        out.println("--- " + scene.title() + ": calling " + scene.number());
        Optional<Cdr> before = newest(calls, scene.number());
        boolean played = true;
        try {
            scene.play().play();
        } catch (AssertionError missed) {
            out.println("    WRONG: " + missed.getMessage());
            played = false;
        }
        Optional<Cdr> record = ended(calls, scene.number(), before);
        record.ifPresent(records::add);
        boolean well = played && record.filter(scene::wentAsItShould).isPresent();
        if (!well) {
            out.println("    WRONG: expected \"" + EndingWords.of(scene.ending()) + "\", the record says: "
                    + record.flatMap(Cdr::ending).map(EndingWords::of).orElse("nothing"));
        }
        return well;
    }

    private static Optional<Cdr> newest(CallStore calls, String dialled) {
        return calls.list(CallStore.Filter.newest(20)).stream()
                .filter(cdr -> cdr.dialled().equals(dialled))
                .findFirst();
    }

    /** The record of the call after {@code before}, once it has its ending. */
    private static Optional<Cdr> ended(CallStore calls, String dialled, Optional<Cdr> before) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Cdr> now = newest(calls, dialled)
                    .filter(cdr ->
                            before.isEmpty() || !cdr.id().equals(before.get().id()))
                    .filter(cdr -> cdr.ending().isPresent());
            if (now.isPresent()) {
                return now;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        }
        return Optional.empty();
    }

    private void print(List<Cdr> records) {
        out.println();
        out.printf(
                "%-26s %-7s %-9s %5s %-16s %-9s %-7s %s%n",
                "call", "number", "language", "turns", "issue", "queue", "agent", "ending");
        for (Cdr cdr : records) {
            out.printf(
                    "%-26s %-7s %-9s %5d %-16s %-9s %-7s %s%n",
                    cdr.id(),
                    cdr.dialled(),
                    cdr.language(),
                    cdr.turns(),
                    cdr.issue().orElse("-"),
                    cdr.queue().orElse("-"),
                    cdr.agent().orElse("-"),
                    cdr.ending().map(EndingWords::of).orElse("-"));
        }
        out.println();
    }
}
