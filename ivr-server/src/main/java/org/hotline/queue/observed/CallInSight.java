package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline.call.CallId;
import org.hotline.queue.observed.Fact.End;
import org.hotline.queue.observed.Fact.Exit;
import org.hotline.queue.observed.Place.Gone;
import org.hotline.queue.observed.Place.Leaving;
import org.hotline.queue.observed.Place.Nowhere;
import org.hotline.queue.observed.Place.Ring;
import org.hotline.queue.observed.Place.Served;
import org.hotline.queue.observed.Place.Talking;
import org.hotline.queue.observed.Place.Unseen;
import org.hotline.queue.observed.Place.Waiting;

/**
 * One call, from place to place. Whatever is told of it is taken for true: what must have happened before, unheard by us,
 * is made up for, so that the facts always are a whole story.
 */
final class CallInSight {
    /** An agent's phone was ringing when the caller left: announcements to both may come before the talk. */
    private static final Duration PICKING_UP = Duration.ofSeconds(60);

    /** Nothing rang: left for good, unless the next words say otherwise. */
    private static final Duration NEXT_WORDS = Duration.ofSeconds(2);

    /** Who parted them is told about when the channel's end is, before or after. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    /** After a talk or a time-out the plan may queue the caller again. */
    private static final Duration COMING_BACK = Duration.ofSeconds(10);

    private final CallId id;
    private final Caller caller;
    private final Instant cameAt;
    private final Consumer<Fact> facts;
    private Place place;
    private boolean hangsUp;

    private CallInSight(CallId id, Caller caller, Instant cameAt, Place place, Consumer<Fact> facts) {
        this.id = id;
        this.caller = caller;
        this.cameAt = cameAt;
        this.place = place;
        this.facts = facts;
    }

    /** A call that comes into sight. */
    static CallInSight come(CallId id, Caller caller, Instant at, Consumer<Fact> facts) {
        facts.accept(new Fact.Came(id, at, caller));
        return new CallInSight(id, caller, at, new Nowhere(at), facts);
    }

    /** A call of the process before this one: told already, out of sight since. */
    static CallInSight remember(CallId id, Caller caller, Instant cameAt, Unseen place, Consumer<Fact> facts) {
        return new CallInSight(id, caller, cameAt, place, facts);
    }

    CallId id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    Instant cameAt() {
        return cameAt;
    }

    Place place() {
        return place;
    }

    /** True if the call needs to be known no longer. */
    boolean isOver() {
        return place instanceof Nowhere;
    }

    /** The queue the call waits in, as far as we see. */
    Optional<Waiting> waiting() {
        return place instanceof Waiting waiting ? Optional.of(waiting) : Optional.empty();
    }

    /** True if the call entered this queue and it is not known what came of it. */
    boolean isUndecidedIn(String queue) {
        return switch (place.known()) {
            case Waiting waiting -> waiting.queue().equals(queue);
            case Leaving leaving -> leaving.from().queue().equals(queue);
            case Talking talking -> false;
            case Served served -> false;
            case Nowhere nowhere -> false;
            case Unseen nested -> false;
        };
    }

    /** Is in this queue at {@code now}, since {@code entered} if we did not know. */
    void waits(String queue, Instant entered, Instant now) {
        if (place.known() instanceof Waiting waiting && waiting.queue().equals(queue)) {
            place = waiting;
            return;
        }
        settle(now);
        place = Waiting.of(entered, queue);
        facts.accept(new Fact.Entered(id, entered, queue));
    }

    void rings(String queue, String location, String agent, Instant now) {
        if (place instanceof Waiting waiting
                && waiting.queue().equals(queue)
                && !waiting.ringing().containsKey(location)) {
            place = waiting.ring(location, new Ring(now, agent));
            facts.accept(new Fact.Rang(id, now, queue, agent));
        }
    }

    void ringsInVain(String queue, String location, String agent, Instant now) {
        if (place instanceof Waiting waiting && waiting.rings(location, agent).isPresent()) {
            place = waiting.silence(waiting.rings(location, agent).get());
            facts.accept(new Fact.RangInVain(id, now, queue, agent));
        }
    }

    void leaves(String queue, Instant now) {
        if (place.known() instanceof Waiting waiting && waiting.queue().equals(queue)) {
            Duration patience = waiting.ringing().isEmpty() ? NEXT_WORDS : PICKING_UP;
            // Who is timed out or finds nobody is given up first; who presses a key only leaves.
            place = new Leaving(waiting, now, now.plus(patience), false, Exit.KEY);
        }
    }

    /** The caller asks to be let go. */
    void hangsUp() {
        hangsUp = true;
    }

    /** Waits no more and got no agent. */
    void givesUp(String queue, Duration waited, Instant now) {
        Waiting waiting = mustHaveWaited(queue, now.minus(waited), now);
        if (hangsUp) {
            abandons(waiting, now);
        } else {
            place = new Leaving(waiting, now, now.plus(NEXT_WORDS), true, Exit.TIME_OUT);
        }
    }

    /** Which way it left, in the queue's own words. */
    void leftBy(Exit told) {
        if (place instanceof Leaving leaving) {
            place = leaving.by(told);
        }
    }

    private void abandons(Waiting waiting, Instant at) {
        facts.accept(new Fact.Abandoned(id, at, waiting.queue(), Farewell.between(waiting.since(), at)));
        end(at, End.CALLER_HUNG_UP_WAITING);
    }

    void joins(Sighting.AgentConnected told, Instant now) {
        if (!isWith(told.queue(), told.location())) {
            talk(told.queue(), told.location(), told.agent(), told.device(), now.minus(told.waited()), now, now);
        }
    }

    void parts(Sighting.AgentCompleted told, Duration wrapUp, Instant now) {
        Duration talked = told.talked();
        if (isWith(told.queue(), told.location())) {
            talked = Duration.between(talkingSince(), partedAt(now));
        } else {
            Instant joined = now.minus(talked);
            talk(told.queue(), told.location(), told.agent(), "", joined.minus(told.waited()), joined, now);
        }
        Instant parted = partedAt(now);
        facts.accept(new Fact.Parted(id, parted, told.queue(), told.agent(), talked, wrapUp));
        switch (told.parting()) {
            case CALLER -> end(parted, End.CALLER_HUNG_UP_TALKING);
            case AGENT -> served(parted, End.AGENT_HUNG_UP, now);
            case TRANSFER -> served(parted, End.WENT_ON, now);
        }
    }

    /**
     * The caller's channel is gone.
     *
     * @param tellsHangUps we would have been told if the caller had hung up; else who gives up and is gone at once has
     */
    void isGone(boolean tellsHangUps, Instant now) {
        switch (place) {
            case Waiting waiting -> abandons(waiting, now);
            case Talking talking ->
                place = new Talking(
                        talking.since(),
                        talking.queue(),
                        talking.location(),
                        talking.agent(),
                        talking.device(),
                        Optional.of(new Gone(now, now.plus(PARTING))));
            case Leaving leaving -> {
                if (leaving.givenUp() && !tellsHangUps) {
                    abandons(leaving.from(), leaving.left());
                } else {
                    settle(now);
                    end(now, End.WENT_ON);
                }
            }
            case Served served -> end(now, served.how());
            case Unseen unseen -> giveUp(unseen);
            case Nowhere nowhere -> {}
        }
    }

    /** Not in the snapshot, or of the process before: given up at {@code decided} if nothing is told of it until then. */
    void isUnseen(Instant lastSeen, Instant decided) {
        Place before = place.known();
        Instant last = place instanceof Unseen unseen ? unseen.lastSeen() : lastSeen;
        place = new Unseen(before, last, Optional.of(decided));
    }

    /** Is not in the snapshot because talks never are, and goes on as far as the agent's phone shows. */
    void stillTalks(Talking talking, String location) {
        place = new Talking(
                talking.since(), talking.queue(), location, talking.agent(), talking.device(), talking.gone());
    }

    /** Does what time does. */
    void passTime(Instant now) {
        if (place.until().filter(due -> !due.isAfter(now)).isEmpty()) {
            return;
        }
        switch (place) {
            case Leaving leaving -> settle(now);
            case Talking talking -> {
                Instant gone = partedAt(now);
                settle(gone);
                end(gone, End.CALLER_HUNG_UP_TALKING);
            }
            case Served served -> end(served.since(), served.how());
            case Unseen unseen -> giveUp(unseen);
            case Waiting waiting -> {}
            case Nowhere nowhere -> {}
        }
    }

    private boolean isWith(String queue, String location) {
        if (place.known() instanceof Talking talking
                && talking.queue().equals(queue)
                && (talking.location().equals(location) || talking.location().isEmpty())) {
            place = talking;
            return true;
        }
        return false;
    }

    private Instant talkingSince() {
        return place.since();
    }

    private Instant partedAt(Instant now) {
        return place instanceof Talking talking ? talking.gone().map(Gone::at).orElse(now) : now;
    }

    private void talk(
            String queue, String location, String agent, String device, Instant entered, Instant joined, Instant now) {
        Waiting waiting = mustHaveWaited(queue, entered, now);
        facts.accept(new Fact.Joined(id, joined, queue, agent, Farewell.between(waiting.since(), joined)));
        place = new Talking(joined, queue, location, agent, device, Optional.empty());
    }

    private Waiting mustHaveWaited(String queue, Instant entered, Instant now) {
        if (place.known() instanceof Leaving leaving && leaving.from().queue().equals(queue)) {
            return leaving.from();
        }
        waits(queue, entered, now);
        return waiting().orElseThrow();
    }

    /** Whatever the call was doing it does no more, and nobody told us. */
    private void settle(Instant now) {
        Farewell.to(id, place, now).ifPresent(last -> {
            facts.accept(last);
            served(last.at(), place instanceof Unseen ? End.UNSEEN : End.WENT_ON, now);
        });
    }

    private void giveUp(Unseen unseen) {
        Farewell.to(id, unseen, unseen.lastSeen()).ifPresent(facts);
        end(unseen.lastSeen(), unseen.before() instanceof Served served ? served.how() : End.UNSEEN);
    }

    private void served(Instant since, End how, Instant now) {
        place = new Served(since, how, now.plus(COMING_BACK));
    }

    private void end(Instant at, End how) {
        facts.accept(new Fact.Over(id, at, how));
        place = new Nowhere(at);
    }
}
