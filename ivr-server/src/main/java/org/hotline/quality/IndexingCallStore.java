package org.hotline.quality;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;

/** A call store that lets the search know what was said as it is appended, and forget what is purged. */
public final class IndexingCallStore implements CallStore {
    private final CallStore store;
    private final TranscriptSearch search;

    /** Closing this closes {@code store}, not {@code search}. */
    public IndexingCallStore(CallStore store, TranscriptSearch search) {
        this.store = store;
        this.search = search;
    }

    @Override
    @CanIgnoreReturnValue
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        Utterances.of(call, event).forEach(search::add);
        return store.append(call, event);
    }

    @Override
    public void purge(CallId call, Instant now) {
        search.remove(call);
        store.purge(call, now);
    }

    @Override
    public Optional<Cdr> find(CallId call) {
        return store.find(call);
    }

    @Override
    public List<CallEvent> events(CallId call) {
        return store.events(call);
    }

    @Override
    public List<Cdr> list(Filter filter) {
        return store.list(filter);
    }

    @Override
    public List<CallId> unfinished() {
        return store.unfinished();
    }

    @Override
    public List<Cdr> unarchived(int limit) {
        return store.unarchived(limit);
    }

    @Override
    public List<Cdr> untranscribed(int limit) {
        return store.untranscribed(limit);
    }

    @Override
    public List<Cdr> unpurged(Instant before, int limit) {
        return store.unpurged(before, limit);
    }

    @Override
    public void close() {
        store.close();
    }
}
