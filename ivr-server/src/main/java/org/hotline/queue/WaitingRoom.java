package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hotline.call.CallId;

/** All queues: who waits where. */
final class WaitingRoom {
    private final Map<String, WaitingLine> lines = new LinkedHashMap<>();

    WaitingRoom(List<QueueSettings> queues) {
        queues.forEach(queue -> lines.put(queue.name(), new WaitingLine(queue)));
    }

    Optional<WaitingLine> line(String queue) {
        return Optional.ofNullable(lines.get(queue));
    }

    Optional<Place> find(CallId call) {
        return lines.values().stream()
                .flatMap(line -> line.find(call).map(caller -> new Place(line, caller)).stream())
                .findFirst();
    }

    /** Callers without an offer in the lines that fit, longest wait first. */
    List<Place> unoffered(Predicate<QueueSettings> fits) {
        return lines.values().stream()
                .filter(line -> fits.test(line.settings()))
                .flatMap(WaitingRoom::unoffered)
                .sorted(Comparator.comparing((Place place) -> place.caller().since()))
                .toList();
    }

    /** Callers without an offer whose time is up. */
    List<Place> overdue(Instant now) {
        return lines.values().stream()
                .flatMap(WaitingRoom::unoffered)
                .filter(place -> !place.caller().until().isAfter(now))
                .toList();
    }

    /** When the next caller's time is up. */
    Optional<Instant> deadline() {
        return lines.values().stream()
                .flatMap(WaitingRoom::unoffered)
                .map(place -> place.caller().until())
                .min(Comparator.naturalOrder());
    }

    Duration longestWait() {
        return lines.values().stream()
                .map(line -> line.settings().maxWait())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    void onDay(LocalDate day) {
        lines.values().forEach(line -> line.onDay(day));
    }

    void interrupted() {
        lines.values().forEach(WaitingLine::interrupted);
    }

    List<Effect> news() {
        List<Effect> news = new ArrayList<>();
        lines.values().forEach(line -> news.addAll(line.news()));
        return news;
    }

    List<QueueBoard.Line> picture() {
        return lines.values().stream().map(WaitingLine::picture).toList();
    }

    private static Stream<Place> unoffered(WaitingLine line) {
        return line.waiting().stream()
                .filter(caller -> caller.offer().isEmpty())
                .map(caller -> new Place(line, caller));
    }

    /** Where a caller waits. */
    record Place(WaitingLine line, WaitingCaller caller) {}
}
