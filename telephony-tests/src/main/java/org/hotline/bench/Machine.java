package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a benchmark ran, and how busy it was there; from Linux's {@code /proc}. */
public final class Machine {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    /** Ticks in a second of the times in {@code /proc/PID/stat} (sysconf CLK_TCK, 100 on all Linux ports in use). */
    private static final long TICK_NANOS = 10_000_000;

    private Machine() {}

    /** One line: processor, cores, load, Java. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, load %s, Java %s",
                value(PROCESSOR, "model name"),
                Runtime.getRuntime().availableProcessors(),
                load(),
                Runtime.version());
    }

    /** Processes that ran or wanted to, on average over the last minute. */
    public static String load() {
        return firstLine(Path.of("/proc/loadavg")).split(" ", -1)[0];
    }

    /** Resident memory of this process; 0 if unknown. */
    static long residentKilobytes() {
        return Long.parseLong("0" + value(STATUS, "VmRSS").replaceAll("\\D", ""));
    }

    /** CPU time that a process has used so far. */
    public static long cpuNanos(long process) {
        String stat = firstLine(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS;
    }

    private static String value(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException absent) {
            return "unknown";
        }
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
