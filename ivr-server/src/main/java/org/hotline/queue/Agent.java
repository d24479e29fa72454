package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hotline.queue.AgentState.Available;
import org.hotline.queue.AgentState.Offered;
import org.hotline.queue.AgentState.OnBreak;
import org.hotline.queue.AgentState.SignedOut;
import org.hotline.queue.AgentState.Talking;
import org.hotline.queue.AgentState.WrappingUp;

/** One agent: the present state, and what the agent wants to do after the present call. */
final class Agent {
    /** What follows a talk. */
    private enum Next {
        WORK,
        BREAK,
        GO_HOME
    }

    private final AgentProfile profile;
    private final BiConsumer<String, Duration> wrapUps;
    private String servedLast = "";
    private AgentState state = new SignedOut(Instant.EPOCH);
    private boolean reachable;
    private int returnedInARow;
    private Next next = Next.WORK;

    /** @param wrapUps is told of every wrap-up that is over: for which queue, and how long it took */
    Agent(AgentProfile profile, BiConsumer<String, Duration> wrapUps) {
        this.profile = profile;
        this.wrapUps = wrapUps;
        this.reachable = profile.hasFixedPhone();
    }

    String name() {
        return profile.name();
    }

    AgentState state() {
        return state;
    }

    /** The idle time's beginning, if a call of this queue may be offered now. */
    Optional<Instant> freeFor(QueueSettings queue, Instant now) {
        return reachable
                        && profile.serves(queue)
                        && state instanceof Available idle
                        && !idle.from().isAfter(now)
                ? Optional.of(idle.since())
                : Optional.empty();
    }

    /** The offer that is out to this agent, if it is this one. */
    Optional<Offered> holding(long offer) {
        return state instanceof Offered offered && offered.offer().number() == offer
                ? Optional.of(offered)
                : Optional.empty();
    }

    /** Comes to work; who was put on break for not answering comes back by the same code. */
    void signIn(Instant now) {
        next = Next.WORK;
        if (state instanceof SignedOut || state instanceof OnBreak) {
            becomeAvailable(now);
        }
    }

    void ready(Instant now) {
        next = Next.WORK;
        if (state instanceof OnBreak || state instanceof WrappingUp) {
            becomeAvailable(now);
        }
    }

    /** Leaves at once, or after the talk. An offer must have been taken back before. */
    void signOut(Instant now) {
        if (state instanceof Talking) {
            next = Next.GO_HOME;
        } else if (!(state instanceof SignedOut)) {
            endWrapUp(now);
            state = new SignedOut(now);
        }
    }

    /** Rests at once, or after the talk. An offer must have been taken back before. */
    void rest(Instant now) {
        if (state instanceof Talking) {
            next = Next.BREAK;
        } else if (!(state instanceof SignedOut)) {
            endWrapUp(now);
            state = new OnBreak(now, false);
        }
    }

    void phone(boolean canBeCalled) {
        reachable = canBeCalled || profile.hasFixedPhone();
    }

    void offer(Offer offer, Duration ringing, Instant idleSince) {
        state = new Offered(offer.since(), offer, offer.since().plus(ringing), idleSince);
    }

    /** Has picked up: the whisper may take until {@code until}. */
    void pickUp(Offered offered, Instant until) {
        state = new Offered(offered.since(), offered.offer(), until, offered.idleSince());
    }

    void talk(Offer offer, Instant now) {
        returnedInARow = 0;
        servedLast = offer.queue();
        state = new Talking(now, offer.call(), offer.queue());
    }

    /** Did not answer: cools down, or is put on break when that was once too often. */
    void returnOffer(OfferRules rules, Instant now) {
        returnedInARow++;
        if (returnedInARow >= rules.returnsBeforeBreak()) {
            returnedInARow = 0;
            state = new OnBreak(now, true);
        } else {
            state = new Available(now, now.plus(rules.coolDown()));
        }
    }

    /** The caller went away while the phone rang: as if it had not. */
    void loseOffer(Offered offered, Instant now) {
        state = new Available(offered.idleSince(), now);
    }

    void endTalk(Duration wrapUp, Instant now) {
        state = switch (next) {
            case GO_HOME -> new SignedOut(now);
            case BREAK -> new OnBreak(now, false);
            case WORK -> wrapUp.isZero() ? new Available(now, now) : new WrappingUp(now, now.plus(wrapUp));
        };
        next = Next.WORK;
    }

    /** Does what time does: ends a wrap-up that is over. */
    void passTime(Instant now) {
        if (state instanceof WrappingUp work && !work.until().isAfter(now)) {
            becomeAvailable(now);
        }
    }

    /** When time will next change something here, after {@code now}. */
    Optional<Instant> deadline(Instant now) {
        Optional<Instant> due = switch (state) {
            case Offered offered -> Optional.of(offered.until());
            case WrappingUp work -> Optional.of(work.until());
            case Available idle -> Optional.of(idle.from());
            case SignedOut out -> Optional.empty();
            case Talking talk -> Optional.empty();
            case OnBreak rest -> Optional.empty();
        };
        return due.filter(now::isBefore);
    }

    QueueBoard.Desk picture() {
        return new QueueBoard.Desk(profile, state, reachable);
    }

    private void endWrapUp(Instant now) {
        if (state instanceof WrappingUp work) {
            Instant end = work.until().isBefore(now) ? work.until() : now;
            wrapUps.accept(servedLast, Duration.between(work.since(), end));
        }
    }

    private void becomeAvailable(Instant now) {
        endWrapUp(now);
        returnedInARow = 0;
        state = new Available(now, now);
    }
}
