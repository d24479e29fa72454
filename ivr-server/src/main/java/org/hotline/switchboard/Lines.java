package org.hotline.switchboard;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;

/** All calls going on. Any thread. */
public final class Lines {
    private final Map<CallId, Line> lines = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Pictures of all calls going on, oldest first. */
    public List<LinePicture> pictures() {
        return lines.values().stream()
                .map(Line::picture)
                .sorted(Comparator.comparing(LinePicture::arrivedAt))
                .toList();
    }

    /** One call's picture, if it goes on: for the agent whose phone rings, before the answer. */
    public Optional<LinePicture> picture(CallId call) {
        return find(call).map(Line::picture);
    }

    /** Ends a call. False if it does not go on. */
    public boolean hangUp(CallId call) {
        Optional<Line> line = find(call);
        line.ifPresent(found -> found.call().hangUp(HangupCause.NORMAL_CLEARING));
        return line.isPresent();
    }

    /**
     * Lets somebody hear both sides of a call from now on, without being heard.
     *
     * @return to be closed; nothing if the call does not go on
     */
    public Optional<Listening> listen(CallId call) {
        return find(call).map(Line::listen);
    }

    /** Tells of every change, on whatever thread made it: must be quick and not throw. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    int count() {
        return lines.size();
    }

    Line open(Call call, Chronicle chronicle, InstantSource clock) {
        Line line = new Line(call, chronicle, clock, this::changed);
        lines.put(call.id(), line);
        changed();
        return line;
    }

    void close(Line line) {
        lines.remove(line.id());
        line.fallSilent();
        changed();
    }

    Optional<Line> find(CallId call) {
        return Optional.ofNullable(lines.get(call));
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }
}
