package org.hotline.queue.observed;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hotline.queue.observed.Member.Device;
import org.hotline.queue.observed.ObservedBoard.Desk;
import org.hotline.queue.observed.ObservedBoard.State;
import org.hotline.queue.observed.Place.Talking;

/** What an agent does, by what the queues, the phone and the calls in sight say. Pure. */
final class Desks {
    private Desks() {}

    /** One agent with a seat in each queue served. */
    static Desk desk(String location, List<Roster.Entry> seats, Collection<CallInSight> calls, Instant now) {
        Member first = seats.getFirst().member();
        Doing doing = doing(location, seats, calls, now);
        return new Desk(
                "asterisk." + location.replaceAll("[^A-Za-z0-9._-]", "-"),
                first.name(),
                location,
                seats.stream().map(seat -> seat.member().queue()).toList(),
                seats.stream()
                        .map(Roster.Entry::member)
                        .filter(Member::dynamic)
                        .map(Member::queue)
                        .toList(),
                doing.state(),
                doing.since(),
                first.device() != Device.UNREACHABLE,
                doing.call().map(CallInSight::id),
                doing.state() == State.ON_BREAK ? reason(seats) : "");
    }

    private record Doing(State state, Instant since, Optional<CallInSight> call) {}

    private static Doing doing(String location, List<Roster.Entry> seats, Collection<CallInSight> calls, Instant now) {
        Instant changed = seats.stream()
                .map(Roster.Entry::changed)
                .max(Comparator.naturalOrder())
                .orElse(now);
        Optional<CallInSight> talk = talk(location, calls);
        if (talk.isPresent()) {
            return new Doing(State.TALKING, talk.get().place().since(), talk);
        }
        if (any(seats, Member::inCall)) {
            return new Doing(State.TALKING, changed, talk);
        }
        Optional<CallInSight> ring = calls.stream()
                .filter(call -> call.waiting()
                        .filter(waiting -> waiting.ringing().containsKey(location))
                        .isPresent())
                .findFirst();
        if (ring.isPresent() || any(seats, member -> member.device() == Device.RINGING)) {
            Instant since = ring.flatMap(CallInSight::waiting)
                    .flatMap(waiting -> Optional.ofNullable(waiting.ringing().get(location)))
                    .map(Place.Ring::since)
                    .orElse(changed);
            return new Doing(State.OFFERED, since, ring);
        }
        if (seats.stream().allMatch(seat -> seat.member().paused())) {
            return new Doing(State.ON_BREAK, latest(seats, Member::pausedSince).orElse(changed), ring);
        }
        if (any(seats, member -> member.device() == Device.BUSY)) {
            return new Doing(State.TALKING, changed, ring);
        }
        return idle(seats, changed, now);
    }

    /** Nothing to do: wraps up, or waits for calls since the last thing that happened. */
    private static Doing idle(List<Roster.Entry> seats, Instant changed, Instant now) {
        Optional<Instant> last = latest(seats, Member::lastCall);
        Optional<Instant> wrapped = latest(seats, member -> member.lastCall().map(call -> call.plus(member.wrapUp())));
        if (wrapped.filter(now::isBefore).isPresent()) {
            return new Doing(State.WRAPPING_UP, last.orElse(changed), Optional.empty());
        }
        Optional<Instant> known = seats.stream().allMatch(Roster.Entry::first)
                ? wrapped.or(() -> latest(seats, Member::memberSince))
                : wrapped.filter(changed::isBefore);
        return new Doing(State.AVAILABLE, known.orElse(changed), Optional.empty());
    }

    /** The call that the agent of this phone has now. */
    static Optional<CallInSight> talk(String location, Collection<CallInSight> calls) {
        return calls.stream()
                .filter(call -> call.place() instanceof Talking talking
                        && talking.location().equals(location)
                        && talking.gone().isEmpty())
                .findFirst();
    }

    private static boolean any(List<Roster.Entry> seats, Predicate<Member> what) {
        return seats.stream().map(Roster.Entry::member).anyMatch(what);
    }

    private static Optional<Instant> latest(List<Roster.Entry> seats, Function<Member, Optional<Instant>> what) {
        return seats.stream()
                .flatMap(seat -> what.apply(seat.member()).stream())
                .max(Comparator.naturalOrder());
    }

    private static String reason(List<Roster.Entry> seats) {
        return seats.stream()
                .map(seat -> seat.member().pausedReason())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }
}
