package org.hotline.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hotline.call.CallId;

/**
 * A caller's wait, between the dispatcher, who ends it, and the caller's thread, which hears music until it is over. The
 * first outcome counts.
 */
final class Wait {
    private final CallId call;
    private final int rate;
    private final Consumer<Wait> afterwards;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile int place;

    /** @param afterwards told of this wait once, by whoever ends it; the caller may be in the next one by then */
    Wait(CallId call, int rate, Consumer<Wait> afterwards) {
        this.call = call;
        this.rate = rate;
        this.afterwards = afterwards;
    }

    /** How a wait ends. */
    sealed interface Outcome {
        /** An agent is on the bridge. */
        record Joined(Bridge bridge, String agent, Duration waited) implements Outcome {}

        /** The queue keeps the caller no longer. */
        record Over(String why) implements Outcome {}

        /** The caller went: hung up, or pressed the key. */
        record Left() implements Outcome {}
    }

    CallId call() {
        return call;
    }

    /** Frames' rate of the caller's line, hertz. */
    int rate() {
        return rate;
    }

    /** False if it was over already. */
    boolean end(Outcome with) {
        boolean first = outcome.complete(with);
        if (first) {
            afterwards.accept(this);
        }
        return first;
    }

    Optional<Outcome> outcome() {
        return outcome.isDone() ? Optional.of(outcome.join()) : Optional.empty();
    }

    void movesTo(int newPlace) {
        place = newPlace;
    }

    /** The place in the queue, 1 for next; 0 while unknown. */
    int place() {
        return place;
    }
}
