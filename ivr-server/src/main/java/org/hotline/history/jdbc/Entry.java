package org.hotline.history.jdbc;

import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;

/**
 * An event on its way into the store.
 *
 * @param durable completed when it is there
 */
record Entry(CallId call, CallEvent event, CompletableFuture<Void> durable) {
    Entry(CallId call, CallEvent event) {
        this(call, event, new CompletableFuture<>());
    }
}
