package org.hotline.chores;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.Ended;
import org.hotline.history.CallEvent.RecordingStarted;
import org.hotline.history.CallStore;
import org.hotline.history.Ending;
import org.hotline.recording.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the calls that the last run of the server left behind: repairs their recordings and gives each record the ending
 * {@link Ending.Interrupted} at the last instant known of it. To be run once, before the first call is taken.
 */
public final class CrashRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(CrashRecovery.class);

    private final CallStore store;
    private final Recordings recordings;
    private final Predicate<CallEvent> goesOn;

    /** @param goesOn whether a call with this first event did not end with the last run of the server */
    public CrashRecovery(CallStore store, Recordings recordings, Predicate<CallEvent> goesOn) {
        this.store = store;
        this.recordings = recordings;
        this.goesOn = goesOn;
    }

    /**
     * Blocks until all of it is durable.
     *
     * @return the calls that were interrupted
     */
    public List<CallId> run() {
        Map<CallId, List<CallEvent>> interrupted = new LinkedHashMap<>();
        for (CallId call : store.unfinished()) {
            List<CallEvent> story = store.events(call);
            if (!goesOn.test(story.getFirst())) {
                interrupted.put(call, story);
            }
        }
        CompletableFuture.allOf(interrupted.entrySet().stream()
                        .map(call -> end(call.getKey(), call.getValue()))
                        .toArray(CompletableFuture[]::new))
                .join();
        if (!interrupted.isEmpty()) {
            LOG.atWarn().addKeyValue("calls", interrupted.size()).log("ended calls that were interrupted by a crash");
        }
        return List.copyOf(interrupted.keySet());
    }

    private CompletableFuture<Void> end(CallId call, List<CallEvent> story) {
        Instant last = story.getLast().at();
        for (CallEvent event : story) {
            if (event instanceof RecordingStarted started) {
                Instant recorded = started.at().plus(length(started.file()));
                last = recorded.isAfter(last) ? recorded : last;
            }
        }
        return store.append(call, new Ended(last, new Ending.Interrupted()));
    }

    private Duration length(String file) {
        try {
            return recordings.repair(file);
        } catch (UncheckedIOException e) {
            LOG.atError()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", Optional.ofNullable(e.getMessage()).orElse(""))
                    .log("a recording cannot be repaired");
            return Duration.ZERO;
        }
    }
}
