package org.hotline.history;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.Afterwork;
import org.hotline.history.CallEvent.AgentJoined;
import org.hotline.history.CallEvent.Purged;
import org.hotline.history.CallEvent.QueueEntered;

/** A call store that remembers as long as the test lasts. Any thread. */
public final class MemoryCallStore implements CallStore {
    private final Map<CallId, List<CallEvent>> stories = new ConcurrentHashMap<>();

    @Override
    @CanIgnoreReturnValue
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        stories.compute(call, (id, story) -> {
            List<CallEvent> longer = new ArrayList<>(story == null ? List.of() : story);
            longer.add(event);
            return List.copyOf(longer);
        });
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Cdr> find(CallId call) {
        return Optional.ofNullable(stories.get(call))
                .map(story -> CdrProjection.of(call, story).cdr());
    }

    @Override
    public List<CallEvent> events(CallId call) {
        return stories.getOrDefault(call, List.of());
    }

    @Override
    public List<Cdr> list(Filter filter) {
        Comparator<Cdr> byArrival = Comparator.comparing(Cdr::arrivedAt).thenComparing(Cdr::id);
        Optional<Cdr> last = filter.before().flatMap(this::find);
        return records()
                .filter(cdr -> filter.from().isEmpty()
                        || !cdr.arrivedAt().isBefore(filter.from().get()))
                .filter(cdr -> filter.to().isEmpty()
                        || cdr.arrivedAt().isBefore(filter.to().get()))
                .filter(cdr -> filter.number().isEmpty()
                        || filter.number()
                                .flatMap(NumberQuery::of)
                                .filter(query -> query.fits(cdr.calling(), cdr.dialled()))
                                .isPresent())
                .filter(cdr -> filter.issue().isEmpty() || filter.issue().equals(cdr.issue()))
                .filter(cdr -> filter.agent().isEmpty()
                        || has(
                                cdr,
                                event -> event instanceof AgentJoined joined
                                        && joined.agent().equals(filter.agent().get())))
                .filter(cdr -> filter.queue().isEmpty()
                        || has(
                                cdr,
                                event -> event instanceof QueueEntered entered
                                        && entered.queue().equals(filter.queue().get())))
                .filter(cdr -> last.isEmpty() || byArrival.compare(cdr, last.get()) < 0)
                .sorted(byArrival.reversed())
                .limit(filter.limit())
                .toList();
    }

    @Override
    public List<CallId> unfinished() {
        return records()
                .filter(cdr -> cdr.ending().isEmpty())
                .map(Cdr::id)
                .sorted()
                .toList();
    }

    @Override
    public List<Cdr> unarchived(int limit) {
        return ended().filter(CdrProjection::archiveDue)
                .map(CdrProjection::cdr)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Cdr> untranscribed(int limit) {
        return ended().filter(CdrProjection::messageDue)
                .map(CdrProjection::cdr)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Cdr> unpurged(Instant before, int limit) {
        return ended().filter(call -> !call.purged() && call.cdr().arrivedAt().isBefore(before))
                .map(CdrProjection::cdr)
                .limit(limit)
                .toList();
    }

    @Override
    public void purge(CallId call, Instant now) {
        stories.computeIfPresent(
                call,
                (id, story) -> Stream.concat(
                                story.stream().map(Redaction::redact), Stream.of((Afterwork) new Purged(now)))
                        .toList());
    }

    private boolean has(Cdr cdr, Predicate<CallEvent> wanted) {
        return events(cdr.id()).stream().anyMatch(wanted);
    }

    private Stream<Cdr> records() {
        return stories.keySet().stream().flatMap(call -> find(call).stream());
    }

    private Stream<CdrProjection> ended() {
        return stories.entrySet().stream()
                .map(story -> CdrProjection.of(story.getKey(), story.getValue()))
                .filter(call -> call.cdr().ending().isPresent())
                .sorted(Comparator.comparing(call -> call.cdr().arrivedAt()));
    }

    @Override
    public void close() {}
}
