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
 * bare SIP stack doing the same messages in the same run.
 *
 * <p>Options: {@code --calls N} (6000), {@code --rate N} calls a second (150), {@code --rest N} seconds before the heap is
 * weighed (40), {@code --no-journal}. Needs sipp.
 */
public final class SipBench {
    private static final int WARM_UP = 900;

    private final int calls;
    private final int rate;
    private final Duration rest;
    private final boolean journal;

    private SipBench(List<String> options) {
        calls = number(options, "--calls", 6_000);
        rate = number(options, "--rate", 150);
        rest = Duration.ofSeconds(number(options, "--rest", 40));
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
                "%d calls at %d a second after %d to warm up; journal %s%n",
                calls, rate, WARM_UP, journal ? "on disk (H2, group commit)" : "off");
        Path folder = Files.createTempDirectory("bench-sip");
        try {
            Result bare = measure("bare", folder);
            Result front = measure(journal ? "front" : "front-without-journal", folder);
            print(bare, front);
            return front.load().failed() == 0 && bare.load().failed() == 0 ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private record Result(SippLoad load, double cpuMicros, long heapBefore, long heapAfter, String machine) {}

    private Result measure(String what, Path folder) throws IOException {
        try (SipBenchProcess server = SipBenchProcess.start(what, folder.resolve(what))) {
            SippLoad.run(folder, server.port(), WARM_UP, rate);
            long heapBefore = server.heap();
            long cpuBefore = Machine.cpuNanos(server.pid());
            SippLoad load = SippLoad.run(folder, server.port(), calls, rate);
            double micros = (Machine.cpuNanos(server.pid()) - cpuBefore) / 1_000.0 / calls;
            String machine = Machine.describe();
            server.rest(rest);
            return new Result(load, micros, heapBefore, server.heap(), machine);
        }
    }

    private void print(Result bare, Result front) {
        System.out.printf("%-34s %12s %12s%n", "", "bare stack", "hotline");
        line("failed calls", "%12d", bare.load().failed(), front.load().failed());
        line(
                "retransmissions",
                "%12d",
                bare.load().retransmissions(),
                front.load().retransmissions());
        line(
                "INVITE to 200, p50 ms",
                "%12.1f",
                bare.load().percentile(50),
                front.load().percentile(50));
        line(
                "INVITE to 200, p99 ms",
                "%12.1f",
                bare.load().percentile(99),
                front.load().percentile(99));
        line("CPU of the server per call, us", "%12.0f", bare.cpuMicros(), front.cpuMicros());
        line("heap after GC, before the load, MB", "%12.1f", mega(bare.heapBefore()), mega(front.heapBefore()));
        line(
                "heap after GC, " + rest.toSeconds() + " s after it, MB",
                "%12.1f",
                mega(bare.heapAfter()),
                mega(front.heapAfter()));
        System.out.printf("over the stack's own cost: %.0f us a call%n", front.cpuMicros() - bare.cpuMicros());
        System.out.println("after the bare stack: " + bare.machine());
        System.out.println("after hotline:        " + front.machine());
    }

    private static void line(String name, String format, Object bare, Object front) {
        System.out.printf("%-34s " + format + " " + format + "%n", name, bare, front);
    }

    private static double mega(long bytes) {
        return bytes / 1_048_576.0;
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
