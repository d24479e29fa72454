package org.hotline.supervision.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline.supervision.Board;
import org.hotline.supervision.Board.Home;

/**
 * The live board as metrics, under the names that exporters of this field use. What is observed elsewhere is left out while
 * nothing is told of it: unknown is no number.
 */
final class BoardMeters {
    private static final List<String> STATES =
            List.of("signed-out", "available", "offered", "talking", "wrapping-up", "on-break");

    private final InstantSource clock;
    private final MultiGauge calls;
    private final MultiGauge agents;
    private final List<Figure> figures;

    /** A number of each queue; nothing while there is none. */
    private record Figure(MultiGauge gauge, Function<Board.LiveQueue, Optional<? extends Number>> value) {}

    BoardMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.calls = gauge(registry, "calls_active", "Calls going on");
        this.agents = gauge(registry, "agents", "Agents by state");
        this.figures = List.of(
                figure(
                        registry,
                        "queue_waiting",
                        "Callers waiting for an agent",
                        queue -> Optional.of(queue.waiting().size())),
                figure(
                        registry,
                        "queue_longest_wait_seconds",
                        "How long the first caller has waited",
                        queue -> Optional.of(longestWait(queue, this.clock.instant()))),
                figure(
                        registry,
                        "queue_offered_today",
                        "Entered since midnight",
                        queue -> Optional.of(queue.offeredToday())),
                figure(
                        registry,
                        "queue_answered_today",
                        "Joined by an agent since midnight",
                        queue -> Optional.of(queue.answeredToday())),
                figure(
                        registry,
                        "queue_abandoned_today",
                        "Hung up while waiting since midnight",
                        queue -> Optional.of(queue.abandonedToday())),
                figure(
                        registry,
                        "queue_service_level_ratio",
                        "Answered in time of those offered, today",
                        queue -> BoardView.serviceLevel(queue).map(percent -> percent / 100)),
                figure(
                        registry,
                        "queue_average_answer_seconds",
                        "ASA of today",
                        queue -> queue.averageAnswer().map(BoardMeters::seconds)),
                figure(
                        registry,
                        "queue_average_handle_seconds",
                        "AHT of today: talk, hold and wrap-up",
                        queue -> queue.averageHandle().map(BoardMeters::seconds)));
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static Figure figure(
            MeterRegistry registry,
            String name,
            String description,
            Function<Board.LiveQueue, Optional<? extends Number>> value) {
        return new Figure(gauge(registry, name, description), value);
    }

    synchronized void update(Board board) {
        List<Home> told = told(board);
        List<MultiGauge.Row<?>> atStages = new ArrayList<>();
        List<MultiGauge.Row<?>> inStates = new ArrayList<>();
        for (Home home : told) {
            for (Board.Stage stage : Board.Stage.values()) {
                atStages.add(row(
                        home,
                        "stage",
                        Words.of(stage),
                        board.calls().stream()
                                .filter(call -> call.home() == home && call.stage() == stage)
                                .count()));
            }
            STATES.forEach(state -> inStates.add(row(
                    home,
                    "state",
                    state,
                    board.agents().stream()
                            .filter(agent ->
                                    agent.home() == home && agent.state().equals(state))
                            .count())));
        }
        calls.register(atStages, true);
        agents.register(inStates, true);
        figures.forEach(figure -> figure.gauge().register(rows(figure, board, told), true));
    }

    private static List<Home> told(Board board) {
        boolean hears = board.silentSince().isEmpty()
                && board.queues().stream().anyMatch(queue -> queue.home() == Home.ASTERISK);
        return hears ? List.of(Home.HOTLINE, Home.ASTERISK) : List.of(Home.HOTLINE);
    }

    private static List<MultiGauge.Row<?>> rows(Figure figure, Board board, List<Home> told) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        board.queues().stream()
                .filter(queue -> told.contains(queue.home()))
                .forEach(queue -> figure.value()
                        .apply(queue)
                        .ifPresent(number -> rows.add(row(queue.home(), "queue", queue.name(), number))));
        return rows;
    }

    private static MultiGauge.Row<?> row(Home home, String tag, String value, Number number) {
        return MultiGauge.Row.of(Tags.of(tag, value, "home", Words.of(home)), number);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static long longestWait(Board.LiveQueue queue, Instant now) {
        return queue.waiting().stream()
                .mapToLong(caller ->
                        Math.max(0, Duration.between(caller.since(), now).toSeconds()))
                .max()
                .orElse(0);
    }
}
