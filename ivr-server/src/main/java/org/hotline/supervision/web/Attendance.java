package org.hotline.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.CallId;

/** Who hears which call now, by their display names. Any thread. */
final class Attendance {
    private final Map<CallId, List<String>> present = new ConcurrentHashMap<>();

    List<String> of(CallId call) {
        return List.copyOf(present.getOrDefault(call, List.of()));
    }

    void enter(CallId call, String name) {
        present.computeIfAbsent(call, some -> new CopyOnWriteArrayList<>()).add(name);
    }

    void leave(CallId call, String name) {
        present.getOrDefault(call, new CopyOnWriteArrayList<>()).remove(name);
        present.values().removeIf(List::isEmpty);
    }
}
