package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.queue.AgentState.Offered;
import org.hotline.queue.AgentState.Talking;
import org.hotline.queue.RoutingStrategy.Candidate;
import org.hotline.queue.WaitingRoom.Place;

/**
 * The automatic call distributor: all queues and all agents as one machine of events and effects. It has no clock, no
 * thread and no chance in it: the same events at the same times give the same effects and the same state, which is how
 * a restart restores it from the journal.
 *
 * <p>Rules: callers are served in the order they came; a free agent is offered the longest waiting caller of any queue
 * served; an offer that comes back leaves the caller's place as it was.
 *
 * <p>Threads: one at a time, the {@link Dispatcher}'s.
 */
public final class CallDistributor {
    private final WaitingRoom room;
    private final Floor floor;
    private final RoutingStrategy strategy;
    private final OfferRules rules;
    private final ZoneId zone;
    private long offersMade;
    private Instant last = Instant.EPOCH;

    /** A centre with these queues and agents, everybody signed out; {@code zone} says when a business day begins. */
    public CallDistributor(
            List<QueueSettings> queues,
            List<AgentProfile> agents,
            RoutingStrategy strategy,
            OfferRules rules,
            ZoneId zone) {
        this.room = new WaitingRoom(queues);
        this.floor = new Floor(agents, (queue, time) -> room.line(queue).ifPresent(line -> line.wrappedUp(time)));
        this.strategy = strategy;
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * Takes one event in.
     *
     * @param now when it happened, not before the event before it
     * @return what is to be done, in this order
     */
    public List<Effect> on(Event event, Instant now) {
        List<Effect> effects = new ArrayList<>();
        happen(event, now, effects);
        distribute(now, effects);
        effects.addAll(room.news());
        return effects;
    }

    /**
     * Takes a journalled event in again. Nothing is decided anew: offers come from {@link Event.OfferMade}, so that the
     * part of the journal since {@link #remembersFrom} is enough although who was free before it is not known.
     */
    public void replay(QueueJournal.Entry entry) {
        happen(entry.event(), entry.at(), new ArrayList<>());
        room.news();
    }

    /** When {@link Event.ClockTicked} is due, if time alone will change anything. */
    public Optional<Instant> deadline() {
        return Stream.concat(floor.deadline(last).stream(), room.deadline().stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * Events since then, played again, give the state at {@code now}: today's, and those of callers who waited into it.
     * Any thread.
     */
    public Instant remembersFrom(Instant now) {
        return LocalDate.ofInstant(now, zone)
                .atStartOfDay(zone)
                .toInstant()
                .minus(room.longestWait())
                .minus(rules.briefing());
    }

    /** The present picture. */
    public QueueBoard board() {
        return new QueueBoard(last, room.picture(), floor.picture());
    }

    private void happen(Event event, Instant now, List<Effect> effects) {
        last = now;
        room.onDay(LocalDate.ofInstant(now, zone));
        take(event, now, effects);
        passTime(now, effects);
    }

    private void take(Event event, Instant now, List<Effect> effects) {
        switch (event) {
            case Event.CallerEntered entered -> enter(entered, now, effects);
            case Event.CallerLeft left -> leave(left, now, effects);
            case Event.AgentSignedIn in -> floor.agent(in.agent()).ifPresent(agent -> agent.signIn(now));
            case Event.AgentSignedOut out ->
                floor.agent(out.agent()).ifPresent(agent -> {
                    takeBack(agent, now, effects);
                    agent.signOut(now);
                });
            case Event.AgentReady ready -> floor.agent(ready.agent()).ifPresent(agent -> agent.ready(now));
            case Event.BreakBegun rest ->
                floor.agent(rest.agent()).ifPresent(agent -> {
                    takeBack(agent, now, effects);
                    agent.rest(now);
                });
            case Event.PhoneReachable phone -> floor.agent(phone.agent()).ifPresent(agent -> agent.phone(true));
            case Event.PhoneUnreachable phone -> floor.agent(phone.agent()).ifPresent(agent -> agent.phone(false));
            case Event.OfferMade made -> repeat(made.offer());
            case Event.OfferPickedUp up ->
                floor.agent(up.agent())
                        .ifPresent(agent -> agent.holding(up.offer())
                                .ifPresent(offered -> agent.pickUp(offered, now.plus(rules.briefing()))));
            case Event.OfferAccepted yes ->
                floor.agent(yes.agent())
                        .ifPresent(agent -> agent.holding(yes.offer())
                                .ifPresent(offered -> connect(agent, offered.offer(), now, effects)));
            case Event.OfferReturned no ->
                floor.agent(no.agent())
                        .ifPresent(agent ->
                                agent.holding(no.offer()).ifPresent(offered -> comeBack(agent, offered.offer(), now)));
            case Event.TalkEnded ended -> endTalk(ended, now);
            case Event.ClockTicked tick -> {} // time passes below, with every event
            case Event.Restarted restarted -> restart(now);
        }
    }

    private void enter(Event.CallerEntered entered, Instant now, List<Effect> effects) {
        if (room.find(entered.call()).isPresent()) {
            return;
        }
        room.line(entered.queue())
                .ifPresentOrElse(
                        line -> line.enter(entered.call(), entered.atMost(), now),
                        () -> effects.add(new Effect.WaitIsOver(
                                entered.call(), entered.queue(), Effect.Refusal.NO_SUCH_QUEUE, Duration.ZERO)));
    }

    private void leave(Event.CallerLeft left, Instant now, List<Effect> effects) {
        room.find(left.call()).ifPresent(place -> {
            withdraw(place.caller(), now, effects);
            switch (left.why()) {
                case HUNG_UP -> place.line().abandoned(place.caller(), now);
                case KEY_EXIT -> place.line().flowedOut(place.caller());
            }
        });
    }

    /** The caller is gone: the phone that rings for the call stops, and its agent is free as before. */
    private void withdraw(WaitingCaller caller, Instant now, List<Effect> effects) {
        caller.offer().ifPresent(offer -> {
            effects.add(new Effect.CancelOffer(offer, Effect.Withdrawal.CALLER_LEFT));
            floor.agent(offer.agent())
                    .ifPresent(
                            agent -> agent.holding(offer.number()).ifPresent(offered -> agent.loseOffer(offered, now)));
        });
    }

    /** The agent goes: the offer, if one is out, is taken back and the caller keeps the place. */
    private void takeBack(Agent agent, Instant now, List<Effect> effects) {
        if (agent.state() instanceof Offered offered) {
            effects.add(new Effect.CancelOffer(offered.offer(), Effect.Withdrawal.AGENT_LEFT));
            room.find(offered.offer().call()).ifPresent(place -> place.caller().offerCameBack(false));
            agent.loseOffer(offered, now);
        }
    }

    private void connect(Agent agent, Offer offer, Instant now, List<Effect> effects) {
        room.find(offer.call()).ifPresent(place -> {
            agent.talk(offer, now);
            effects.add(new Effect.Connect(offer, place.caller().waited(now)));
            place.line().answered(place.caller(), now);
        });
    }

    private void comeBack(Agent agent, Offer offer, Instant now) {
        room.find(offer.call()).ifPresent(place -> place.caller().offerCameBack(true));
        agent.returnOffer(rules, now);
    }

    private void endTalk(Event.TalkEnded ended, Instant now) {
        floor.agent(ended.agent()).ifPresent(agent -> {
            if (agent.state() instanceof Talking talk && talk.call().equals(ended.call())) {
                Optional<WaitingLine> line = room.line(talk.queue());
                line.ifPresent(one -> one.talked(Duration.between(talk.since(), now)));
                agent.endTalk(line.map(one -> one.settings().wrapUp()).orElse(Duration.ZERO), now);
            }
        });
    }

    private void restart(Instant now) {
        room.interrupted();
        for (Agent agent : floor.agents()) {
            agent.phone(false);
            if (agent.state() instanceof Offered offered) {
                agent.loseOffer(offered, now);
            } else if (agent.state() instanceof Talking talk) {
                endTalk(new Event.TalkEnded(talk.call(), agent.name()), now);
            }
        }
    }

    private void passTime(Instant now, List<Effect> effects) {
        for (Agent agent : floor.agents()) {
            agent.passTime(now);
            if (agent.state() instanceof Offered offered && !offered.until().isAfter(now)) {
                effects.add(new Effect.CancelOffer(offered.offer(), Effect.Withdrawal.TIMED_OUT));
                comeBack(agent, offered.offer(), now);
            }
        }
        for (Place place : room.overdue(now)) {
            place.line().flowedOut(place.caller());
            effects.add(new Effect.WaitIsOver(
                    place.caller().call(),
                    place.line().settings().name(),
                    Effect.Refusal.WAITED_TOO_LONG,
                    place.caller().waited(now)));
        }
    }

    /** Offers the callers who wait, longest wait first, to whoever is free for them. */
    private void distribute(Instant now, List<Effect> effects) {
        for (Place place : room.unoffered(queue -> floor.someoneIsFreeFor(queue, now))) {
            strategy.choose(floor.candidates(place.line().settings(), place.caller(), now))
                    .ifPresent(chosen -> offer(place, chosen, now, effects));
        }
    }

    private void offer(Place place, Candidate chosen, Instant now, List<Effect> effects) {
        String queue = place.line().settings().name();
        Offer offer = new Offer(offersMade + 1, place.caller().call(), queue, chosen.agent(), now);
        ring(place, offer, chosen.idleSince());
        effects.add(new Effect.MakeOffer(offer));
    }

    private void repeat(Offer offer) {
        room.find(offer.call())
                .filter(place -> place.caller().offer().isEmpty())
                .ifPresent(place -> floor.agent(offer.agent())
                        .ifPresent(agent -> ring(place, offer, agent.state().since())));
    }

    private void ring(Place place, Offer offer, Instant idleSince) {
        offersMade = offer.number();
        place.caller().offered(offer);
        Duration ringing = place.line().settings().offerTimeout();
        floor.agent(offer.agent()).ifPresent(agent -> agent.offer(offer, ringing, idleSince));
    }
}
