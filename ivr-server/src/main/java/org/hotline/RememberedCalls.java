package org.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline.conversation.triage.EarlierCalls;
import org.hotline.history.LocatedBefore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Earlier calls as the store has them; a store that is away or slow costs no caller more than {@link #PATIENCE}. */
record RememberedCalls(LocatedBefore store) implements EarlierCalls {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(RememberedCalls.class);

    @Override
    public List<String> issues(String calling, Instant since) {
        return CompletableFuture.supplyAsync(() -> store.issues(calling, since), Thread::startVirtualThread)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(wrong -> {
                    LOG.atWarn()
                            .addKeyValue("why", wrong.toString())
                            .log("Earlier calls are not known now: a caller is asked without them");
                    return List.of();
                })
                .join();
    }
}
