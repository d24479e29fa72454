package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one server did under the load of {@code bench sip}.
 *
 * @param cpu of the process, microseconds a call
 * @param threads the same by what its threads do
 * @param slices the same for each ten seconds of the load
 * @param idle CPU of the process while nobody calls, milliseconds a second
 * @param heapBefore bytes in use before the load, after a collection
 * @param heapAfter likewise when it has rested after the load
 * @param events events in the journal a call
 * @param machine after the load
 */
record SipFigures(
        SippLoad load,
        double cpu,
        Map<String, Double> threads,
        List<Double> slices,
        double idle,
        long heapBefore,
        long heapAfter,
        double events,
        String machine) {
    private static final Duration SLICE = Duration.ofSeconds(10);

    /**
     * How much is called.
     *
     * @param warmUp calls before, at twice the rate
     * @param rate calls a second
     */
    record Plan(int warmUp, int calls, int rate, Duration rest) {}

    /** Starts the server, loads it, lets it rest and stops it. */
    static SipFigures measure(String what, Path folder, Plan plan) throws IOException {
        try (SipBenchProcess server = SipBenchProcess.start(what, folder.resolve(what))) {
            SippLoad.run(folder, server.port(), plan.warmUp(), 2 * plan.rate());
            server.rest(Duration.ofSeconds(3));
            long heapBefore = server.ask("heap");
            double idle = idle(server);
            long eventsBefore = server.ask("events");
            Map<String, Long> threadsBefore = ThreadTimes.of(server.pid());
            long before = Machine.cpuNanos(server.pid());
            List<Long> marks = new ArrayList<>(List.of(before));
            SippLoad load = load(folder, server, plan, marks);
            server.rest(Duration.ofSeconds(1)); // what the journal still has to store belongs to the calls
            double cpu = (Machine.cpuNanos(server.pid()) - before) / 1_000.0 / plan.calls();
            Map<String, Double> threads = perCall(threadsBefore, ThreadTimes.of(server.pid()), plan.calls());
            double events = (double) (server.ask("events") - eventsBefore) / plan.calls();
            String machine = Machine.describe();
            server.rest(plan.rest());
            return new SipFigures(
                    load,
                    cpu,
                    threads,
                    slices(marks, plan.rate()),
                    idle,
                    heapBefore,
                    server.ask("heap"),
                    events,
                    machine);
        }
    }

    private static double idle(SipBenchProcess server) {
        long before = Machine.cpuNanos(server.pid());
        server.rest(Duration.ofSeconds(4));
        return (Machine.cpuNanos(server.pid()) - before) / 1e6 / 4;
    }

    private static SippLoad load(Path folder, SipBenchProcess server, Plan plan, List<Long> marks) {
        CompletableFuture<SippLoad> load = CompletableFuture.supplyAsync(() -> {
            try {
                return SippLoad.run(folder, server.port(), plan.calls(), plan.rate());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        while (!isDoneWithin(load)) {
            marks.add(Machine.cpuNanos(server.pid()));
        }
        return load.join();
    }

    private static boolean isDoneWithin(CompletableFuture<SippLoad> load) {
        try {
            load.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Double> slices(List<Long> marks, int rate) {
        List<Double> slices = new ArrayList<>();
        for (int i = 1; i < marks.size(); i++) {
            slices.add((marks.get(i) - marks.get(i - 1)) / 1_000.0 / rate / SLICE.toSeconds());
        }
        return slices;
    }

    private static Map<String, Double> perCall(Map<String, Long> before, Map<String, Long> after, int calls) {
        Map<String, Double> shares = new TreeMap<>();
        after.forEach((group, nanos) -> {
            double micros = (nanos - before.getOrDefault(group, 0L)) / 1_000.0 / calls;
            shares.merge(group.startsWith("other") && micros < 5 ? "other" : group, micros, Double::sum);
        });
        return shares;
    }
}
