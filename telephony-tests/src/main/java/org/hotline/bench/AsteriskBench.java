package org.hotline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hotline bench asterisk}: how well and how cheaply calls from an Asterisk are carried, beside calls by RTP in the
 * same run, and how many AGI sessions a second are served.
 */
@Command(
        name = "asterisk",
        mixinStandardHelpOptions = true,
        description = "Calls that an Asterisk hands over, beside calls by RTP, and AGI sessions a second. Status 1 if a"
                + " call or session failed.")
public final class AsteriskBench implements Callable<Integer> {
    private static final String DEFAULT_JVM = "-XX:+UseZGC -XX:+UseCompactObjectHeaders -Xmx512m";

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "200",
            description = "calls at once (default ${DEFAULT-VALUE})")
    private int calls;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            converter = Seconds.class,
            description = "seconds measured (default ${DEFAULT-VALUE})")
    private Duration measured = Duration.ZERO;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "8",
            converter = Seconds.class,
            description = "seconds before (default ${DEFAULT-VALUE})")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "500",
            description = "AGI sessions a second (default ${DEFAULT-VALUE})")
    private int sessions;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = DEFAULT_JVM,
            description = "options of the server's Java (default ${DEFAULT-VALUE})")
    private String jvm = "";

    @Override
    public Integer call() throws IOException {
        System.out.println(Machine.describe());
        System.out.printf(
                "%d calls, %d s measured after %d s, no recording, server: %s%n",
                calls, measured.toSeconds(), warmUp.toSeconds(), jvm);
        double rtp = rtp();
        long failed;
        try (MeasuredProcess server = new MeasuredProcess(jvm, AsteriskBenchServer.class, List.of())) {
            List<String> ports = server.answer("ports");
            int agi = Integer.parseInt(ports.getFirst());
            try (AudioCallers callers = new AudioCallers(calls, agi, Integer.parseInt(ports.getLast()))) {
                failed = sound(server, callers, rtp);
            }
            failed += sessions(agi);
        }
        System.out.println(Machine.describe());
        return failed == 0 ? 0 : 1;
    }

    /** CPU of the same calls by RTP, ms a call-second. */
    private double rtp() throws IOException {
        try (Callers callers = new Callers(calls, false)) {
            List<String> arguments = new ArrayList<>(List.of("single", "-"));
            arguments.addAll(callers.ports());
            try (MeasuredProcess server = new MeasuredProcess(jvm, RtpBenchServer.class, arguments)) {
                callers.start(
                        server.answer("ports").stream().map(Integer::valueOf).toList());
                pause(warmUp);
                server.order("start");
                pause(measured);
                server.order("stop");
                return perCallSecond(Long.parseLong(server.answer("result").getFirst()));
            }
        }
    }

    private double perCallSecond(long cpuNanos) {
        return cpuNanos / 1e6 / calls / measured.toSeconds();
    }

    private long sound(MeasuredProcess server, AudioCallers callers, double rtp) throws IOException {
        pause(warmUp);
        server.order("start");
        callers.measure(true);
        pause(measured);
        callers.measure(false);
        server.order("stop");
        List<String> result = server.answer("result");
        long dropped = Math.max(callers.dropped(), Long.parseLong(result.get(1)));
        Deviations deviations = callers.deviations();
        double cpu = perCallSecond(Long.parseLong(result.getFirst()));
        row("dropped calls", "%d of %d  (goal 0)", dropped, calls);
        row("messages heard by Asterisk", "%d of %d", callers.packets(), calls * measured.toSeconds() * 50);
        row(
                "pacing deviation, ms",
                "p50 %.3f  p90 %.3f  p99 %.3f  p99.9 %.3f  max %.3f  (goal p99 <= 2)",
                deviations.millis(0.5),
                deviations.millis(0.9),
                deviations.millis(0.99),
                deviations.millis(0.999),
                deviations.millis(1));
        row("late ticks of the pacer (> 5 ms)", "%s", result.get(2));
        row("CPU per call-second, ms", "%.3f", cpu);
        row("  the same calls by RTP", "%.3f  ratio %.2f", rtp, cpu / rtp);
        return dropped;
    }

    /** Sessions that begin on time, whether those before are done or not. */
    private long sessions(int agi) {
        int count = sessions * (int) measured.toSeconds();
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / sessions;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            threads.add(Thread.startVirtualThread(() -> session(agi, due, took, failed)));
        }
        threads.forEach(AsteriskBench::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        Deviations times = new Deviations();
        took.forEach(times::add);
        row(
                "AGI sessions a second",
                "%.0f of %d asked for, %d failed, ms p50 %.2f  p99 %.2f  max %.2f",
                took.size() / seconds,
                sessions,
                failed.get(),
                times.millis(0.5),
                times.millis(0.99),
                times.millis(1));
        return failed.get();
    }

    private static void session(int agi, long due, ConcurrentLinkedQueue<Long> took, AtomicInteger failed) {
        try {
            int variables = AudioCallers.begin(agi, UUID.randomUUID(), "1", AsteriskBenchServer.REFUSED);
            took.add(System.nanoTime() - due);
            failed.addAndGet(variables < 2 ? 1 : 0);
        } catch (IOException refused) {
            failed.incrementAndGet();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void row(String name, String format, Object... values) {
        System.out.printf(
                Locale.ROOT,
                "%-40s " + format + "%n",
                Stream.concat(Stream.of(name), Arrays.stream(values)).toArray());
    }

    private static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
