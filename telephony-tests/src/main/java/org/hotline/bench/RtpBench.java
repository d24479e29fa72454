package org.hotline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hotline bench rtp}: how well and how cheaply the media of many answered calls is carried, each recorded in stereo,
 * with speech detection or bridged to another, beside the bare UDP floor and sipp's echo in the same run.
 */
@Command(
        name = "rtp",
        mixinStandardHelpOptions = true,
        description = "Sound of many answered calls, with speech detection and stereo recording, beside bare UDP and"
                + " sipp's echo. Status 1 if a call failed.")
public final class RtpBench implements Callable<Integer> {
    private static final String DEFAULT_JVM = "-XX:+UseZGC -XX:+UseCompactObjectHeaders -Xmx512m";

    private static final int SINGLE = 300;
    private static final int PAIRS = 150;

    @Option(names = "--bridged", description = "bridge the calls, two legs each")
    private boolean bridged;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "calls at once (default " + SINGLE + ", or " + PAIRS + " with --bridged)")
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
            defaultValue = "20",
            converter = Seconds.class,
            description = "seconds before (default ${DEFAULT-VALUE})")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--no-recording", description = "record nothing")
    private boolean unrecorded;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            defaultValue = DEFAULT_JVM,
            description = "options of the server's Java (default ${DEFAULT-VALUE})")
    private String jvm = "";

    @Override
    public Integer call() throws IOException {
        calls = calls > 0 ? calls : bridged ? PAIRS : SINGLE;
        return run();
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
                "%d %s, %d s measured after %d s, recording %s, server: %s%n",
                calls,
                bridged ? "bridged calls" : "calls",
                measured.toSeconds(),
                warmUp.toSeconds(),
                unrecorded ? "off" : "on",
                jvm);
        double floor = BareUdp.microsPerPacketBothWays();
        int legsPerCall = bridged ? 2 : 1;
        int legs = legsPerCall * calls;
        Optional<Double> echo = SippEcho.microsPerPacketBothWays(legs);
        Process server;
        try (ScratchFolder folder = ScratchFolder.made("bench-rtp");
                Callers callers = new Callers(legs, bridged)) {
            server = server(folder.path(), callers.ports());
            try (BufferedReader answers = server.inputReader(StandardCharsets.UTF_8);
                    BufferedWriter commands = server.outputWriter(StandardCharsets.UTF_8)) {
                callers.start(numbers(answer(answers, "ports ")));
                pause(warmUp.dividedBy(2));
                order(commands, "renew");
                pause(warmUp.dividedBy(2));
                order(commands, "start");
                long ownCpu = Machine.cpuNanos(ProcessHandle.current().pid());
                callers.measure(true);
                pause(measured);
                callers.measure(false);
                order(commands, "stop");
                ownCpu = Machine.cpuNanos(ProcessHandle.current().pid()) - ownCpu;
                RtpBenchResult result = RtpBenchResult.parse(answer(answers, RtpBenchResult.BEGINNING));
                print(result, callers);
                printCost(result, ownCpu, legsPerCall * floor, echo.map(one -> legsPerCall * one));
                return callers.failed() + result.failed() == 0 ? 0 : 1;
            }
        }
    }

    private Process server(Path folder, List<String> ports) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvm.split(" ", -1)));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RtpBenchServer.class.getName()));
        command.add(bridged ? "bridged" : "single");
        command.add(unrecorded ? "-" : folder.toString());
        command.addAll(ports);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void print(RtpBenchResult result, Callers callers) {
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
                Math.round(result.spoken() * 100.0 / (calls * measured.toSeconds() * 50)));
        row(
                "sent after its time, ms",
                percentiles(
                        result.lateMicros().stream().map(micros -> micros / 1e3).toList()));
        row("gap on the wire less 20 ms, ms", percentiles(callers.gaps()) + "  (goal p99 <= 2)");
        row("the generator itself, late, ms", percentiles(callers.lateness()));
        row("late ticks of the pacer (> 5 ms)", "%d", result.lateTicks());
    }

    private void printCost(RtpBenchResult result, long ownCpu, double floorMicros, Optional<Double> echoMicros) {
        double callSeconds = (double) calls * measured.toSeconds();
        double perCallSecond = result.cpuNanos() / 1e6 / callSeconds;
        double floor = floorMicros * 50 / 1e3;
        row("CPU per call-second, ms", "%.3f  (goal <= %.1f)", perCallSecond, bridged ? 1.6 : 1.2);
        row("  bare UDP, the same sends and receives", "%.3f  ratio %.1f", floor, perCallSecond / floor);
        echoMicros.ifPresentOrElse(
                echo -> row("  sipp -rtp_echo", "%.3f  ratio %.1f", echo * 50 / 1e3, perCallSecond / (echo * 50 / 1e3)),
                () -> row("  sipp -rtp_echo", "sipp is not installed"));
        row("  the generator itself", "%.3f", ownCpu / 1e6 / callSeconds);
        row("resident memory, MB", "%d", result.residentKilobytes() / 1024);
        System.out.println(Machine.describe());
    }

    private static String percentiles(Deviations deviations) {
        return percentiles(
                RtpBenchResult.SHARES.stream().map(deviations::millis).toList());
    }

    private static String percentiles(List<Double> millis) {
        return String.format(
                Locale.ROOT, "p50 %.3f  p90 %.3f  p99 %.3f  p99.9 %.3f  max %.3f", millis.toArray(Object[]::new));
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
}
