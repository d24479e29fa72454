package org.hotline.supervision.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.hotline.access.AccessUnavailable;
import org.hotline.access.AuditLog;

/** An audit log in memory. */
final class MemoryAudit implements AuditLog {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** As if its database were gone. */
    void goesAway() {
        away = true;
    }

    @Override
    public void add(Entry entry) {
        entries.addFirst(entry);
    }

    @Override
    public List<Logged> list(Optional<String> user, Optional<Action> action, Optional<Long> before, int limit) {
        if (away) {
            throw new AccessUnavailable("the audit log is away", new IllegalStateException("for this test"));
        }
        List<Entry> all = List.copyOf(entries);
        return IntStream.range(0, all.size())
                .mapToObj(place -> new Logged(all.size() - place, all.get(place)))
                .filter(logged -> logged.number() < before.orElse(Long.MAX_VALUE))
                .filter(logged ->
                        logged.entry().user().equals(user.orElse(logged.entry().user())))
                .filter(logged ->
                        logged.entry().action() == action.orElse(logged.entry().action()))
                .limit(limit)
                .toList();
    }
}
