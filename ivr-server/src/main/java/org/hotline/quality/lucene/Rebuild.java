package org.hotline.quality.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.CallStore.Filter;
import org.hotline.history.Cdr;
import org.hotline.quality.TranscriptSearch.Utterance;
import org.hotline.quality.Utterances;

/** Fetches from the call store what an index lacks: all, or the calls that may have said something since its last commit. */
final class Rebuild {
    private static final int PAGE = 200;
    private static final Duration LONGEST_CALL = Duration.ofHours(24);

    private final CallStore store;
    private final TranscriptIndex index;

    Rebuild(CallStore store, TranscriptIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Newest first; marks the index as complete unless it is stopped. */
    void run(BooleanSupplier stopped) throws IOException {
        Optional<Instant> until = index.wasCompleteUntil();
        if (until.equals(Optional.of(Instant.MAX)) || isAdded(until.map(it -> it.minus(LONGEST_CALL)), stopped)) {
            index.markComplete();
        }
    }

    private boolean isAdded(Optional<Instant> from, BooleanSupplier stopped) throws IOException {
        Optional<CallId> before = Optional.empty();
        List<Cdr> page;
        do {
            page = store.list(filter(from, before));
            for (Cdr cdr : page) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                add(cdr.id());
                before = Optional.of(cdr.id());
            }
        } while (page.size() == PAGE);
        return true;
    }

    private static Filter filter(Optional<Instant> from, Optional<CallId> before) {
        Optional<String> any = Optional.empty();
        return new Filter(from, Optional.empty(), any, any, any, any, before, PAGE);
    }

    private void add(CallId call) throws IOException {
        for (CallEvent event : store.events(call)) {
            for (Utterance utterance : Utterances.of(call, event)) {
                index.put(utterance);
            }
        }
    }
}
