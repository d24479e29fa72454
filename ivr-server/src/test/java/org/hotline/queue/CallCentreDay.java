package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.hotline.call.CallId;

/**
 * Eight hours of a centre in milliseconds: callers arrive, wait, lose patience, press keys; agents come late, take
 * breaks, reject, let ring, lose their phones and go home. Everything follows from the seed; every invariant is asked
 * after every event.
 */
final class CallCentreDay {
    private static final Duration SHIFT = Duration.ofHours(8);

    final CallDistributor distributor;
    final List<QueueJournal.Entry> journal = new ArrayList<>();
    private final Random chance;
    private final List<Invariant> invariants;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long planned;
    private Instant now = Centre.NINE;

    private record Due(Instant at, long number, Runnable what) {}

    CallCentreDay(long seed, int agents, int callers, List<Invariant> invariants) {
        this.chance = new Random(seed);
        this.invariants = invariants;
        List<QueueSettings> queues = List.of(QueueSettings.of("shop", "en"), QueueSettings.of("zh", "zh"));
        List<AgentProfile> profiles = new ArrayList<>();
        for (int number = 0; number < agents; number++) {
            profiles.add(profile(number));
        }
        distributor = new CallDistributor(
                queues, profiles, RoutingStrategy.LONGEST_IDLE_FIRST, OfferRules.USUAL, Centre.ZONE);
        profiles.forEach(agent -> planAgent(agent.name()));
        for (int number = 0; number < callers; number++) {
            planCaller(Centre.call(number));
        }
    }

    private AgentProfile profile(int number) {
        Set<String> queues = number % 3 == 0 ? Set.of("shop", "zh") : number % 3 == 1 ? Set.of("shop") : Set.of("zh");
        String name = "agent" + number;
        return new AgentProfile(name, name, name, queues, Set.of());
    }

    private void planAgent(String agent) {
        plan(chanceOf(Duration.ofMinutes(30)), () -> {
            happens(new Event.PhoneReachable(agent));
            happens(new Event.AgentSignedIn(agent));
        });
        for (Duration at = Duration.ofHours(1); at.compareTo(SHIFT) < 0; at = at.plusHours(1)) {
            Duration begin = at.plus(chanceOf(Duration.ofMinutes(50)));
            plan(begin, () -> happens(misfortune(agent)));
            plan(begin.plus(chanceOf(Duration.ofMinutes(10))), () -> {
                happens(new Event.PhoneReachable(agent));
                happens(new Event.AgentSignedIn(agent));
                happens(new Event.AgentReady(agent));
            });
        }
        plan(SHIFT.plus(chanceOf(Duration.ofMinutes(20))), () -> happens(new Event.AgentSignedOut(agent)));
    }

    private Event misfortune(String agent) {
        return switch (chance.nextInt(3)) {
            case 0 -> new Event.BreakBegun(agent);
            case 1 -> new Event.PhoneUnreachable(agent);
            default -> new Event.AgentSignedOut(agent);
        };
    }

    private void planCaller(CallId call) {
        Duration arrival = chanceOf(SHIFT);
        String queue = chance.nextInt(3) == 0 ? "zh" : "shop";
        Optional<Duration> atMost = chance.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMinutes(4));
        plan(arrival, () -> happens(new Event.CallerEntered(call, queue, atMost)));
        Duration patience = chanceOf(Duration.ofMinutes(12));
        Event.Leaving why = chance.nextInt(5) == 0 ? Event.Leaving.KEY_EXIT : Event.Leaving.HUNG_UP;
        plan(arrival.plus(patience), () -> happens(new Event.CallerLeft(call, why)));
    }

    /** Runs until nobody waits and nothing is due. */
    void run() {
        while (!agenda.isEmpty() || distributor.deadline().isPresent()) {
            Instant due = distributor.deadline().orElse(Instant.MAX);
            if (agenda.isEmpty() || due.isBefore(agenda.element().at())) {
                now = due;
                happens(new Event.ClockTicked());
            } else {
                Due next = agenda.remove();
                now = next.at();
                next.what().run();
            }
        }
        invariants.forEach(Invariant::atTheEnd);
    }

    private void happens(Event event) {
        journal.add(new QueueJournal.Entry(now, event));
        QueueBoard before = distributor.board();
        List<Effect> effects = distributor.on(event, now);
        QueueBoard after = distributor.board();
        for (Effect effect : effects) {
            if (effect instanceof Effect.MakeOffer made) {
                journal.add(new QueueJournal.Entry(now, new Event.OfferMade(made.offer())));
            }
        }
        invariants.forEach(invariant -> invariant.after(event, before, effects, after));
        effects.forEach(this::react);
    }

    private void react(Effect effect) {
        switch (effect) {
            case Effect.MakeOffer made -> answer(made.offer());
            case Effect.Connect joined ->
                planFromNow(
                        chanceOf(Duration.ofMinutes(6)),
                        () -> happens(new Event.TalkEnded(
                                joined.offer().call(), joined.offer().agent())));
            case Effect.CancelOffer cancelled -> {}
            case Effect.TellPosition told -> {}
            case Effect.WaitIsOver over -> {}
        }
    }

    private void answer(Offer offer) {
        Duration ring = chanceOf(Duration.ofSeconds(18)); // sometimes too late
        int mood = chance.nextInt(10);
        if (mood < 7) {
            planFromNow(ring, () -> happens(new Event.OfferPickedUp(offer.number(), offer.agent())));
            planFromNow(
                    ring.plus(chanceOf(Duration.ofSeconds(5))),
                    () -> happens(new Event.OfferAccepted(offer.number(), offer.agent())));
        } else if (mood < 9) {
            Offer.Return why = chance.nextBoolean() ? Offer.Return.REJECTED : Offer.Return.UNREACHABLE;
            planFromNow(ring, () -> happens(new Event.OfferReturned(offer.number(), offer.agent(), why)));
        } // else it rings until the distributor has had enough
    }

    private Duration chanceOf(Duration longest) {
        return Duration.ofMillis(chance.nextLong(longest.toMillis()));
    }

    private void plan(Duration sinceNine, Runnable what) {
        agenda.add(new Due(Centre.NINE.plus(sinceNine), planned++, what));
    }

    private void planFromNow(Duration later, Runnable what) {
        agenda.add(new Due(now.plus(later), planned++, what));
    }
}
