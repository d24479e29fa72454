package org.hotline.supervision.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.hotline.supervision.Board;

/** The live board as metrics, under the names that exporters of this field use. */
final class BoardMeters {
    private final InstantSource clock;
    private final MultiGauge calls;
    private final MultiGauge waiting;
    private final MultiGauge longestWait;
    private final MultiGauge agents;

    BoardMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.calls = gauge(registry, "calls_active", "Calls going on");
        this.waiting = gauge(registry, "queue_waiting", "Callers waiting for an agent");
        this.longestWait = gauge(registry, "queue_longest_wait_seconds", "How long the first caller has waited");
        this.agents = gauge(registry, "agents", "Agents by state");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    synchronized void update(Board board) {
        Map<String, Integer> stages = new TreeMap<>();
        for (Board.Stage stage : Board.Stage.values()) {
            stages.put(Words.of(stage), 0);
        }
        board.calls().forEach(call -> stages.merge(Words.of(call.stage()), 1, Integer::sum));
        publish(calls, "stage", stages);

        Map<String, Integer> states = new TreeMap<>();
        board.agents().forEach(agent -> states.merge(agent.state(), 1, Integer::sum));
        publish(agents, "state", states);

        Map<String, Integer> lengths = new TreeMap<>();
        Map<String, Long> waits = new TreeMap<>();
        for (Board.LiveQueue queue : board.queues()) {
            lengths.put(queue.name(), queue.waiting().size());
            waits.put(queue.name(), longestWait(queue, clock.instant()));
        }
        publish(waiting, "queue", lengths);
        publish(longestWait, "queue", waits);
    }

    private static long longestWait(Board.LiveQueue queue, Instant now) {
        return queue.waiting().stream()
                .mapToLong(caller ->
                        Math.max(0, Duration.between(caller.since(), now).toSeconds()))
                .max()
                .orElse(0);
    }

    private static <N extends Number> void publish(MultiGauge gauge, String tag, Map<String, N> values) {
        gauge.register(
                values.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(Tags.of(tag, entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
