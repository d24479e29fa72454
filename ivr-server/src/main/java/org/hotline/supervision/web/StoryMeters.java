package org.hotline.supervision.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.switchboard.Chronicle;

/** Counts what happens in calls as it is written down, and how long the writing takes. Any thread. */
public final class StoryMeters implements Chronicle {
    private static final Duration[] ANSWERING = {
        Duration.ofMillis(150),
        Duration.ofMillis(300),
        Duration.ofMillis(450),
        Duration.ofMillis(800),
        Duration.ofMillis(1500),
        Duration.ofSeconds(3)
    };
    private static final Duration[] STORING = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };
    private static final Duration[] WAITING = {
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3),
        Duration.ofMinutes(10)
    };

    private final Chronicle store;
    private final MeterRegistry registry;
    private final Counter arrived;
    private final Timer response;
    private final Timer bargeIn;
    private final Timer durable;
    private final Timer waited;
    private final AtomicInteger pending = new AtomicInteger();

    /** @param store where everything goes on to */
    public StoryMeters(Chronicle store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
        for (Class<?> kind : Ending.class.getPermittedSubclasses()) {
            endings(kind).increment(0);
        }
        this.arrived = Counter.builder("calls_arrived")
                .description("Calls that came in")
                .register(registry);
        this.response = timer("turn_response", "From the end of speech to the decision", ANSWERING);
        this.bargeIn = timer("barge_in_stop", "From the first sound of speech to our silence", ANSWERING);
        this.durable = timer("journal_append", "Until an event of a call was durable", STORING);
        this.waited = timer("queue_wait", "How long callers waited who got an agent", WAITING);
        registry.gauge("journal_pending", pending);
    }

    private Counter endings(Class<?> kind) {
        return Counter.builder("calls")
                .description("Calls that ended, by how")
                .tag("ending", Words.of(kind))
                .register(registry);
    }

    private Timer timer(String name, String description, Duration[] buckets) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    @Override
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        count(event);
        pending.incrementAndGet();
        Timer.Sample began = Timer.start(registry);
        CompletableFuture<Void> written = store.append(call, event);
        var unusedEnd = written.whenComplete((done, failed) -> {
            pending.decrementAndGet();
            began.stop(durable);
        });
        return written;
    }

    private void count(CallEvent event) {
        if (event instanceof CallEvent.Arrived) {
            arrived.increment();
        } else if (event instanceof CallEvent.Ended ended) {
            endings(ended.ending().getClass()).increment();
        } else if (event instanceof CallEvent.AgentJoined joined) {
            waited.record(joined.waited());
        } else if (event instanceof CallEvent.OfferReturned returned) {
            registry.counter("offers_returned", "why", returned.why()).increment();
        } else if (event instanceof CallEvent.TurnTaken turn) {
            count(turn);
        }
    }

    private void count(CallEvent.TurnTaken turn) {
        String answer = turn.heard().isEmpty() ? turn.keys().isEmpty() ? "silence" : "keys" : "speech";
        String understood = Boolean.toString(!turn.intent().isEmpty());
        registry.counter("turns", "answer", answer, "understood", understood).increment();
        turn.responseTime().ifPresent(response::record);
        turn.bargeIn().ifPresent(bargeIn::record);
    }
}
