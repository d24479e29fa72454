package org.hotline.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;

/** Events in memory; durable at once, or never. */
final class TestStore implements Chronicle {
    private final Map<CallId, List<CallEvent>> stories = new ConcurrentHashMap<>();
    private volatile boolean down;

    void goesDown() {
        down = true;
    }

    @Override
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        stories.compute(call, (id, story) -> {
            List<CallEvent> longer = story == null ? new ArrayList<>() : new ArrayList<>(story);
            longer.add(event);
            return longer;
        });
        return down ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
    }

    List<CallEvent> events(CallId call) {
        return List.copyOf(stories.getOrDefault(call, List.of()));
    }

    <T extends CallEvent> List<T> events(CallId call, Class<T> kind) {
        return events(call).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The call's one ending, which must be its last event; nothing while it goes on. */
    Optional<Ending> ending(CallId call) {
        List<CallEvent.Ended> endings = events(call, CallEvent.Ended.class);
        if (endings.isEmpty()) {
            return Optional.empty();
        }
        if (endings.size() > 1 || !(events(call).getLast() instanceof CallEvent.Ended)) {
            throw new AssertionError("one ending, and last, but: " + events(call));
        }
        return Optional.of(endings.getFirst().ending());
    }
}
