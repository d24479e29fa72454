package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code hotline bench sip}: what setting up and ending a call costs, INVITE to BYE, journal on disk included, beside the
 * bare SIP stack doing the same messages in the same run, and beside opening and closing the media of a call alone.
 *
 * <p>Options: {@code --calls N} (6000), {@code --rate N} calls a second (150), {@code --warm-up N} calls before, at twice
 * the rate (6000), {@code --rest N} seconds before the heap is weighed (40), {@code --no-journal}. Needs sipp.
 */
public final class SipBench {
    private final SipFigures.Plan plan;
    private final boolean journal;

    private SipBench(List<String> options) {
        plan = new SipFigures.Plan(
                number(options, "--warm-up", 6_000),
                number(options, "--calls", 6_000),
                number(options, "--rate", 150),
                Duration.ofSeconds(number(options, "--rest", 40)));
        journal = !options.contains("--no-journal");
    }

    /** Runs the benchmark and prints its table; answers the exit status, 1 if any call failed. */
    public static int run(String... options) throws IOException {
        return new SipBench(Arrays.asList(options)).run();
    }

    public static void main(String[] options) throws IOException {
        System.exit(run(options));
    }

    private int run() throws IOException {
        System.out.println(Machine.describe());
        System.out.printf(
                "%d calls at %d a second after %d at %d to warm up; journal %s%n",
                plan.calls(), plan.rate(), plan.warmUp(), 2 * plan.rate(), journal ? "on disk, then into H2" : "off");
        Path folder = Files.createTempDirectory("bench-sip");
        try {
            double leg = leg(folder);
            SipFigures.Plan brief =
                    new SipFigures.Plan(plan.warmUp(), plan.calls(), plan.rate(), Duration.ofSeconds(1));
            SipFigures bare = SipFigures.measure("bare", folder, brief);
            SipFigures front = SipFigures.measure(journal ? "front" : "front-without-journal", folder, plan);
            new SipTable(bare, front, leg, plan).print(System.out);
            return front.load().failed() == 0 && bare.load().failed() == 0 ? 0 : 1;
        } finally {
            delete(folder);
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

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
