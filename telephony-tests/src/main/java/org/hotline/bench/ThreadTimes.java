package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which threads of a process used its CPU time; from Linux's {@code /proc}. Threads that have ended are not in it. */
final class ThreadTimes {
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("C1 Compiler", "JIT compiler"),
            Map.entry("C2 Compiler", "JIT compiler"),
            Map.entry("GC Thread", "garbage collector"),
            Map.entry("G1 ", "garbage collector"),
            Map.entry("ZWorker", "garbage collector"),
            Map.entry("ZDriver", "garbage collector"),
            Map.entry("ZDirector", "garbage collector"),
            Map.entry("ZStat", "garbage collector"),
            Map.entry("ZUncommitter", "garbage collector"),
            Map.entry("XWorker", "garbage collector"),
            Map.entry("VM Thread", "garbage collector"),
            Map.entry("ForkJoinPool", "calls and their mailboxes"),
            Map.entry("VirtualThread", "calls and their mailboxes"),
            Map.entry("journal-feeder", "journal into the database"),
            Map.entry("journal", "journal into its file"),
            Map.entry("MVStore", "journal into the database"),
            Map.entry("H2-", "journal into the database"),
            Map.entry("DefaultSipTimer", "SIP stack"),
            Map.entry("MessageProcesso", "SIP stack"),
            Map.entry("rtp-", "media, sending and receiving"),
            Map.entry("sip-timers", "SIP stack"),
            Map.entry("UDPMessage", "SIP stack"),
            Map.entry("UDPChannel", "SIP stack"),
            Map.entry("Thread-", "SIP stack"),
            Map.entry("hotline-", "SIP stack"),
            Map.entry("bare", "SIP stack"),
            Map.entry("SIPStack", "SIP stack"),
            Map.entry("NioSelector", "SIP stack"),
            Map.entry("EventScanner", "SIP stack"));

    private ThreadTimes() {}

    /** Nanoseconds so far by what the threads do. */
    static Map<String, Long> of(long process) throws IOException {
        Map<String, Long> times = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads.toList()) {
                times.merge(group(line(thread.resolve("comm"))), nanos(thread), Long::sum);
            }
        }
        return times;
    }

    private static long nanos(Path thread) {
        return Long.parseLong("0" + line(thread.resolve("schedstat")).split(" ", -1)[0]);
    }

    private static String group(String name) {
        return GROUPS.entrySet().stream()
                .filter(group -> name.startsWith(group.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("other: " + name);
    }

    /** The only line of a file; empty if the thread has ended meanwhile. */
    private static String line(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.getFirst();
        } catch (IOException ended) {
            return "";
        }
    }
}
