package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;

/** A small centre whose clock is turned by hand. */
final class Centre {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    final CallDistributor distributor;
    final List<QueueJournal.Entry> journal = new ArrayList<>();
    Instant now = NINE;
    List<Effect> effects = List.of();

    Centre(List<QueueSettings> queues, AgentProfile... agents) {
        distributor = new CallDistributor(
                queues, Arrays.asList(agents), RoutingStrategy.LONGEST_IDLE_FIRST, OfferRules.USUAL, ZONE);
    }

    static AgentProfile agent(String name, String... queues) {
        return new AgentProfile(name, name, name, Set.of(queues), Set.of());
    }

    static CallId call(int number) {
        return new CallId("call" + number);
    }

    /** The event happens now; the effects are kept for looking at. */
    Centre on(Event event) {
        journal.add(new QueueJournal.Entry(now, event));
        effects = distributor.on(event, now);
        return this;
    }

    /** Agents come to work, a second one after the other. */
    Centre works(String... names) {
        for (String name : names) {
            on(new Event.PhoneReachable(name)).on(new Event.AgentSignedIn(name)).after(Duration.ofSeconds(1));
        }
        return this;
    }

    Centre enters(int call, String queue) {
        return on(new Event.CallerEntered(call(call), queue, Optional.empty()));
    }

    /** Turns the clock, ticking at every deadline on the way; effects of all ticks are kept. */
    Centre after(Duration duration) {
        Instant end = now.plus(duration);
        List<Effect> all = new ArrayList<>();
        for (var due = distributor.deadline();
                due.isPresent() && !due.get().isAfter(end);
                due = distributor.deadline()) {
            now = due.get();
            on(new Event.ClockTicked());
            all.addAll(effects);
        }
        now = end;
        effects = all;
        return this;
    }

    List<Offer> offers() {
        return effects.stream()
                .filter(Effect.MakeOffer.class::isInstance)
                .map(effect -> ((Effect.MakeOffer) effect).offer())
                .toList();
    }

    Offer offer() {
        return offers().getFirst();
    }

    AgentState state(String agent) {
        return distributor.board().agent(agent).orElseThrow().state();
    }

    QueueBoard.Line line(String queue) {
        return distributor.board().queue(queue).orElseThrow();
    }
}
