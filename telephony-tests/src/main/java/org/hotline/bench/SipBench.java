package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hotline bench sip}: what setting up and ending a call costs, INVITE to BYE, journal on disk included, beside the
 * bare SIP stack doing the same messages in the same run, and beside opening and closing the media of a call alone.
 */
@Command(
        name = "sip",
        mixinStandardHelpOptions = true,
        description = "Calls a second, INVITE to BYE with the durable journal, beside the bare SIP stack and beside a"
                + " call's media alone. Needs sipp. Status 1 if a call failed.")
public final class SipBench implements Callable<Integer> {
    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "6000",
            description = "calls (default ${DEFAULT-VALUE})")
    private int calls;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "150",
            description = "calls a second (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "6000",
            description = "calls before, at twice the rate (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--rest",
            paramLabel = "N",
            defaultValue = "40",
            converter = Seconds.class,
            description = "seconds before the heap is weighed (default ${DEFAULT-VALUE})")
    private Duration rest = Duration.ZERO;

    @Option(names = "--no-journal", description = "store nothing")
    private boolean unstored;

    @Override
    public Integer call() throws IOException {
        return run(new SipFigures.Plan(warmUp, calls, rate, rest));
    }

    private int run(SipFigures.Plan plan) throws IOException {
        System.out.println(Machine.describe());
        System.out.printf(
                "%d calls at %d a second after %d at %d to warm up; journal %s%n",
                plan.calls(), plan.rate(), plan.warmUp(), 2 * plan.rate(), unstored ? "off" : "on disk, then into H2");
        try (ScratchFolder made = ScratchFolder.made("bench-sip")) {
            Path folder = made.path();
            double leg = leg(folder);
            SipFigures.Plan brief =
                    new SipFigures.Plan(plan.warmUp(), plan.calls(), plan.rate(), Duration.ofSeconds(1));
            SipFigures bare = SipFigures.measure("bare", folder, brief);
            SipFigures front = SipFigures.measure(unstored ? "front-without-journal" : "front", folder, plan);
            new SipTable(bare, front, leg, plan).print(System.out);
            return front.load().failed() == 0 && bare.load().failed() == 0 ? 0 : 1;
        }
    }

    /** CPU of opening, connecting and closing the media of a call, microseconds. */
    private static double leg(Path folder) throws IOException {
        try (SipBenchProcess server = SipBenchProcess.start("media", folder.resolve("media"))) {
            server.ask("legs");
            server.ask("legs");
            return server.ask("legs") / 1_000.0;
        }
    }
}
