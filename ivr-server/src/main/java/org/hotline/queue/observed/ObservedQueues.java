package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.queue.QueueSettings;
import org.hotline.queue.observed.Place.Leaving;
import org.hotline.queue.observed.Place.Talking;
import org.hotline.queue.observed.Place.Unseen;
import org.hotline.queue.observed.Place.Waiting;

/**
 * All queues of another switch as one machine of sightings and facts. No clock, no thread, no chance in it: names of calls
 * are handed in.
 *
 * <p>A snapshot replaces the state, but for those of whom something was told while it was taken. Who was here before and is
 * not in the snapshot is out of sight, not gone: words about the end may still come. Nobody is counted twice, because a
 * caller is known by the channel.
 *
 * <p>Threads: one at a time.
 */
public final class ObservedQueues {
    /** Words that were on their way when the snapshot was taken have come by then. */
    private static final Duration LATE_WORDS = Duration.ofSeconds(5);

    /** Who waited and may be talking now is heard of again when that talk ends. */
    private static final Duration UNHEARD_TALK = Duration.ofHours(1);

    private static final int LATELY_OVER = 2_000;

    private final Function<String, QueueSettings> settings;
    private final Function<Instant, CallId> names;
    private final ZoneId zone;
    private final Map<String, ObservedQueue> queues = new LinkedHashMap<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Roster roster = new Roster();
    private final Duties duties = new Duties();
    private final Map<String, CallInSight> calls = new LinkedHashMap<>();
    private final Set<String> latelyOver = new LinkedHashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<Instant> staleSince;
    private boolean tellsHangUps;
    private Instant last;

    /**
     * Nothing is known yet.
     *
     * @param settings targets of a queue, by its name
     * @param names a new name for a call that came at that time
     * @param zone says when a business day begins
     */
    public ObservedQueues(
            Function<String, QueueSettings> settings, Function<Instant, CallId> names, ZoneId zone, Instant now) {
        this.settings = settings;
        this.names = names;
        this.zone = zone;
        this.staleSince = Optional.of(now);
        this.last = now;
    }

    /**
     * Takes in what the process before this one told: counts of the day, and calls that were not over. Before anything
     * else.
     *
     * @param told facts of the calls since some time before midnight, those of one call in order
     * @param known the last that agents did
     */
    public void recall(List<Fact> told, List<Duty> known) {
        duties.recall(known);
        LocalDate today = LocalDate.ofInstant(last, zone);
        Recollection past = new Recollection(told, today.atStartOfDay(zone).toInstant());
        past.waitingAtMidnight().forEach((queue, waiting) -> queue(queue).onDay(today, waiting));
        past.today().forEach(this::count);
        past.unfinished(this::tell).forEach(call -> calls.put(call.caller().channel(), call));
    }

    /**
     * Takes in one sighting.
     *
     * @param now when it was told, not before the one before it
     * @return what happened, by calls
     */
    public List<Fact> on(Sighting sighting, Instant now) {
        last = now;
        facts.clear();
        beginDay(LocalDate.ofInstant(now, zone));
        take(sighting, now);
        List.copyOf(calls.values()).forEach(call -> call.passTime(now));
        forgetWhoIsOver();
        return List.copyOf(facts);
    }

    /** What agents did, as far as it was not asked for yet. */
    public List<Duty> duties() {
        return duties.take();
    }

    /** When {@link Sighting.ClockTicked} is due, if time alone will change anything. */
    public Optional<Instant> deadline() {
        return Stream.concat(
                        calls.values().stream().flatMap(call -> call.place().until().stream()),
                        roster.deadline(last).stream())
                .min(Comparator.naturalOrder());
    }

    /** The present picture. */
    public ObservedBoard board() {
        return new ObservedBoard(
                last,
                staleSince,
                present.stream().map(name -> queue(name).picture()).toList(),
                roster.desks(calls.values(), last),
                calls.values().stream().flatMap(call -> guest(call).stream()).toList());
    }

    private void take(Sighting sighting, Instant now) {
        switch (sighting) {
            case Sighting.SnapshotBegun begun -> snapshot = Optional.of(new Snapshot());
            case Sighting.QueueSeen seen -> {
                present.add(seen.queue());
                snapshot.ifPresent(taking -> taking.queues.add(seen.queue()));
            }
            case Sighting.MemberSeen seen -> member(seen.member(), now);
            case Sighting.CallerSeen seen ->
                wait(seen.queue(), seen.position(), seen.caller(), now.minus(seen.waited()), now);
            case Sighting.SnapshotComplete complete -> replace(now);
            case Sighting.Lost lost -> {
                snapshot = Optional.empty();
                staleSince = staleSince.or(() -> Optional.of(now));
            }
            case Sighting.MemberChanged changed -> member(changed.member(), now);
            case Sighting.MemberRemoved removed -> {
                Roster.Seat seat = new Roster.Seat(removed.queue(), removed.location());
                roster.remove(seat);
                duties.remove(seat, now);
            }
            case Sighting.CallerJoined joined -> wait(joined.queue(), joined.position(), joined.caller(), now, now);
            case Sighting.CallerLeft left -> known(left.channel()).ifPresent(call -> call.leaves(left.queue(), now));
            case Sighting.CallerGaveUp gone ->
                call(gone.caller(), now.minus(gone.waited()))
                        .ifPresent(call -> call.givesUp(gone.queue(), gone.waited(), now));
            case Sighting.CallerLeftBy left -> known(left.channel()).ifPresent(call -> call.leftBy(left.exit()));
            case Sighting.AgentCalled rung ->
                known(rung.caller().channel())
                        .ifPresent(call -> call.rings(rung.queue(), rung.location(), rung.agent(), now));
            case Sighting.AgentDidNotAnswer vain ->
                known(vain.caller().channel())
                        .ifPresent(call -> call.ringsInVain(vain.queue(), vain.location(), vain.agent(), now));
            case Sighting.AgentConnected joined ->
                call(joined.caller(), now.minus(joined.waited())).ifPresent(call -> call.joins(joined, now));
            case Sighting.AgentCompleted done ->
                call(done.caller(), now.minus(done.talked()).minus(done.waited()))
                        .ifPresent(call -> call.parts(done, wrapUp(done), now));
            case Sighting.ChannelHangsUp asks -> {
                tellsHangUps = true;
                known(asks.channel()).ifPresent(CallInSight::hangsUp);
            }
            case Sighting.ChannelGone gone -> known(gone.channel()).ifPresent(call -> call.isGone(tellsHangUps, now));
            case Sighting.ClockTicked ticked -> {} // time passes after every sighting
        }
    }

    private void member(Member member, Instant now) {
        present.add(member.queue());
        roster.put(member, now);
        duties.see(member, now);
        if (Roster.isFree(member)) {
            calls.values().stream()
                    .filter(call -> call.place() instanceof Talking talking && Roster.isOf(member, talking))
                    .forEach(call -> call.isUnseen(staleSince.orElse(now), now.plus(LATE_WORDS)));
        }
        snapshot.ifPresent(taking -> taking.seats.add(Roster.Seat.of(member)));
    }

    private void wait(String queue, int position, Caller caller, Instant entered, Instant now) {
        present.add(queue);
        latelyOver.remove(caller.channel()); // a channel may be queued again by the plan
        call(caller, entered).ifPresent(call -> {
            call.waits(queue, entered, now);
            queue(queue).line(call, position);
        });
    }

    private Duration wrapUp(Sighting.AgentCompleted done) {
        return roster.find(done.queue(), done.location()).map(Member::wrapUp).orElse(Duration.ZERO);
    }

    /** The call of this channel, if it is in sight. */
    private Optional<CallInSight> known(String channel) {
        snapshot.ifPresent(taking -> taking.channels.add(channel));
        return Optional.ofNullable(calls.get(channel));
    }

    /** The call of this caller, in sight from now on; nothing if it was over already and these are late words. */
    private Optional<CallInSight> call(Caller caller, Instant came) {
        return known(caller.channel()).or(() -> {
            if (latelyOver.contains(caller.channel())) {
                return Optional.empty();
            }
            CallInSight call = CallInSight.come(names.apply(came), caller, came, this::tell);
            calls.put(caller.channel(), call);
            return Optional.of(call);
        });
    }

    private void replace(Instant now) {
        snapshot.ifPresent(taken -> {
            present.retainAll(taken.queues);
            roster.keepOnly(taken.seats);
            duties.keepOnly(taken.seats, now);
            Instant lastSeen = staleSince.orElse(now);
            for (CallInSight call : calls.values()) {
                if (!taken.channels.contains(call.caller().channel())) {
                    lookFor(call, lastSeen, now);
                }
            }
        });
        snapshot = Optional.empty();
        staleSince = Optional.empty();
    }

    /** Nothing in the snapshot speaks of this call. Snapshots tell who waits, not who talks. */
    private void lookFor(CallInSight call, Instant lastSeen, Instant now) {
        switch (call.place().known()) {
            case Waiting waiting -> call.isUnseen(lastSeen, now.plus(patience(waiting)));
            case Leaving leaving -> call.isUnseen(lastSeen, now.plus(patience(leaving.from())));
            case Talking talking ->
                roster.stillTalks(talking)
                        .ifPresentOrElse(
                                location -> call.stillTalks(talking, location),
                                () -> call.isUnseen(lastSeen, now.plus(LATE_WORDS)));
            case Place.Served served -> call.isUnseen(lastSeen, now.plus(LATE_WORDS));
            case Place.Nowhere nowhere -> {}
            case Unseen nested -> {}
        }
    }

    private Duration patience(Waiting waiting) {
        return roster.talksToSomebody(waiting.queue(), calls.values()) ? UNHEARD_TALK : LATE_WORDS;
    }

    private void forgetWhoIsOver() {
        calls.values().removeIf(call -> {
            if (call.isOver()) {
                latelyOver.add(call.caller().channel());
            }
            return call.isOver();
        });
        while (latelyOver.size() > LATELY_OVER) {
            latelyOver.remove(latelyOver.iterator().next());
        }
    }

    private void tell(Fact fact) {
        facts.add(fact);
        count(fact);
    }

    private void count(Fact fact) {
        fact.inQueue().ifPresent(name -> queue(name).count(fact));
    }

    private ObservedQueue queue(String name) {
        return queues.computeIfAbsent(name, fresh -> {
            ObservedQueue queue = new ObservedQueue(settings.apply(fresh));
            queue.onDay(LocalDate.ofInstant(last, zone), 0);
            return queue;
        });
    }

    private void beginDay(LocalDate day) {
        queues.forEach((name, queue) -> queue.onDay(day, undecided(name)));
    }

    /** How many entered this queue of whom it is not known what came of it. */
    int undecided(String queue) {
        return Math.toIntExact(calls.values().stream()
                .filter(call -> call.isUndecidedIn(queue))
                .count());
    }

    private static Optional<ObservedBoard.Guest> guest(CallInSight call) {
        return switch (call.place()) {
            case Waiting waiting -> Optional.of(guest(call, waiting.queue(), Optional.empty(), ""));
            case Talking talking ->
                Optional.of(guest(call, talking.queue(), Optional.of(talking.agent()), talking.device()));
            case Leaving leaving -> Optional.empty();
            case Place.Served served -> Optional.empty();
            case Unseen unseen -> Optional.empty();
            case Place.Nowhere nowhere -> Optional.empty();
        };
    }

    private static ObservedBoard.Guest guest(
            CallInSight call, String queue, Optional<String> agent, String agentDevice) {
        return new ObservedBoard.Guest(
                call.id(), call.caller(), call.cameAt(), call.place().since(), queue, agent, agentDevice);
    }
}
