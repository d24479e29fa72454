package org.hotline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code hotline bench rtp}: how well and how cheaply the media of many answered calls is carried, each with speech
 * detection and a stereo recording, beside the bare UDP floor and sipp's echo in the same run.
 *
 * <p>Options: {@code --calls N} (300), {@code --seconds N} (10), {@code --warm-up N} (8), {@code --no-recording}, {@code
 * --jvm OPTIONS} for the server's process.
 */
public final class RtpBench {
    private static final String DEFAULT_JVM = "-XX:+UseZGC -XX:ThreadPriorityPolicy=1 -Xmx512m";

    private final int calls;
    private final Duration measured;
    private final Duration warmUp;
    private final boolean recording;
    private final String jvm;

    private RtpBench(List<String> options) {
        calls = Integer.parseInt(option(options, "--calls", "300"));
        measured = Duration.ofSeconds(Long.parseLong(option(options, "--seconds", "10")));
        warmUp = Duration.ofSeconds(Long.parseLong(option(options, "--warm-up", "8")));
        recording = !options.contains("--no-recording");
        jvm = option(options, "--jvm", DEFAULT_JVM);
    }

    /** Runs the benchmark and prints its table; answers the exit status, 1 if any call failed. */
    public static int run(String... options) throws IOException {
        return new RtpBench(Arrays.asList(options)).run();
    }

    public static void main(String[] options) throws IOException {
        System.exit(run(options));
    }

    /** What the server says in a call. */
    static Voice ours(int call) {
        return new Voice(call);
    }

    /** What the far side says in a call. */
    static Voice theirs(int call) {
        return new Voice(1_000_000L + call);
    }

    private int run() throws IOException {
        System.out.println(Machine.describe());
        System.out.printf(
                "%d calls, %d s measured after %d s, recording %s, server: %s%n",
                calls, measured.toSeconds(), warmUp.toSeconds(), recording ? "on" : "off", jvm);
        double floor = BareUdp.microsPerPacketBothWays();
        Optional<Double> echo = SippEcho.microsPerPacketBothWays(calls);
        Path folder = Files.createTempDirectory("bench-rtp");
        Process server;
        try (Callers callers = new Callers(calls)) {
            server = server(folder, callers.ports());
            try (BufferedReader answers = server.inputReader(StandardCharsets.UTF_8);
                    BufferedWriter commands = server.outputWriter(StandardCharsets.UTF_8)) {
                callers.start(numbers(answer(answers, "ports ")));
                pause(warmUp);
                order(commands, "start");
                callers.measure(true);
                pause(measured);
                callers.measure(false);
                order(commands, "stop");
                RtpBenchServer.Result result = RtpBenchServer.Result.parse(answer(answers, "result "));
                print(result, callers, floor, echo);
                return callers.failed() + result.failed() == 0 ? 0 : 1;
            }
        } finally {
            delete(folder);
        }
    }

    private Process server(Path folder, List<String> ports) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvm.split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RtpBenchServer.class.getName()));
        command.add(recording ? folder.toString() : "-");
        command.addAll(ports);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void print(RtpBenchServer.Result result, Callers callers, double floorMicros, Optional<Double> echoMicros) {
        double callSeconds = (double) calls * measured.toSeconds();
        double perCallSecond = result.cpuNanos() / 1e6 / callSeconds;
        double floor = floorMicros * 50 / 1e3;
        Deviations deviations = callers.deviations();
        FarParty.Faults faults = callers.faults();
        row("failed calls", "%d of %d", callers.failed() + result.failed(), calls);
        row(
                "packets heard by the far side",
                "%d, %d gaps, %d timestamp jumps, %d foreign, %d of silence",
                faults.packets(),
                faults.gaps(),
                faults.timestampJumps(),
                faults.foreign(),
                faults.starved());
        row(
                "frames heard by the server",
                "%d not as said, %d concealed, %d packets lost, speech in %d %%",
                result.foreign(),
                result.concealed(),
                result.lost(),
                Math.round(result.spokenFrames() * 100 / (callSeconds * 50)));
        row(
                "pacing deviation, ms",
                "p50 %.3f  p90 %.3f  p99 %.3f  p99.9 %.3f  max %.3f  (goal p99 <= 2)",
                deviations.millis(0.5),
                deviations.millis(0.9),
                deviations.millis(0.99),
                deviations.millis(0.999),
                deviations.millis(1));
        row("late ticks of the pacer (> 5 ms)", "%d", result.lateTicks());
        row("CPU per call-second, ms", "%.3f  (goal <= 1.2)", perCallSecond);
        row("  bare UDP, one send and one receive", "%.3f  ratio %.1f", floor, perCallSecond / floor);
        echoMicros.ifPresentOrElse(
                echo -> row("  sipp -rtp_echo", "%.3f  ratio %.1f", echo * 50 / 1e3, perCallSecond / (echo * 50 / 1e3)),
                () -> row("  sipp -rtp_echo", "sipp is not installed"));
        row("resident memory, MB", "%d", result.residentKilobytes() / 1024);
        System.out.println(Machine.describe());
    }

    private static void row(String name, String format, Object... values) {
        System.out.printf(
                Locale.ROOT,
                "%-40s " + format + "%n",
                Stream.concat(Stream.of(name), Arrays.stream(values)).toArray());
    }

    private static List<Integer> numbers(String ports) {
        return Arrays.stream(ports.split(" ", -1)).skip(1).map(Integer::valueOf).toList();
    }

    /** The next line that begins so; what the server logs in between is passed on. */
    private static String answer(BufferedReader lines, String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            System.err.println(line);
        }
        throw new IOException("the server ended without saying \"" + beginning.strip() + "\"");
    }

    private static void order(BufferedWriter commands, String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
    }

    private static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
