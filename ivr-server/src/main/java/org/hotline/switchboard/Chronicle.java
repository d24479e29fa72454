package org.hotline.switchboard;

import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;

/** Where a call's events are written down: {@link org.hotline.history.CallStore#append} and nothing else of the store. */
@FunctionalInterface
public interface Chronicle {
    /** Never blocks, never throws; completed when the event is durable. */
    CompletableFuture<Void> append(CallId call, CallEvent event);
}
