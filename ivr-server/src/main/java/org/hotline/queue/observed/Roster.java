package org.hotline.queue.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hotline.queue.observed.Member.Device;
import org.hotline.queue.observed.ObservedBoard.Desk;
import org.hotline.queue.observed.Place.Talking;

/** The members of all observed queues, and the agents that they are. */
final class Roster {
    private final Map<Seat, Entry> members = new LinkedHashMap<>();

    /** One member: an agent in a queue. */
    record Seat(String queue, String location) {
        static Seat of(Member member) {
            return new Seat(member.queue(), member.location());
        }
    }

    /** @param changed when we saw it do something else; first when we saw it first */
    record Entry(Member member, Instant changed, boolean first) {}

    void put(Member member, Instant now) {
        Entry known = members.get(Seat.of(member));
        if (known == null) {
            members.put(Seat.of(member), new Entry(member, now, true));
        } else {
            boolean same = doesTheSame(known.member(), member);
            members.put(Seat.of(member), new Entry(member, same ? known.changed() : now, same && known.first()));
        }
    }

    private static boolean doesTheSame(Member one, Member other) {
        return one.device() == other.device() && one.paused() == other.paused() && one.inCall() == other.inCall();
    }

    void remove(Seat seat) {
        members.remove(seat);
    }

    void keepOnly(Set<Seat> seats) {
        members.keySet().retainAll(seats);
    }

    Optional<Member> find(String queue, String location) {
        return Optional.ofNullable(members.get(new Seat(queue, location))).map(Entry::member);
    }

    /** Where the agent of this talk is, if the phone does not say that the talk is over. */
    Optional<String> stillTalks(Talking talking) {
        return members.values().stream()
                .map(Entry::member)
                .filter(member -> isOf(member, talking) && !isFree(member))
                .map(Member::location)
                .findFirst();
    }

    /** True if this member is the agent of the talk. */
    static boolean isOf(Member member, Talking talking) {
        return member.queue().equals(talking.queue())
                && (talking.location().isEmpty()
                        ? member.name().equals(talking.agent())
                        : member.location().equals(talking.location()));
    }

    /** True if the member talks to nobody for sure. */
    static boolean isFree(Member member) {
        return !member.inCall() && member.device() != Device.BUSY;
    }

    /** True if a member of the queue talks to a caller of whom we know nothing. */
    boolean talksToSomebody(String queue, Collection<CallInSight> calls) {
        return members.values().stream()
                .map(Entry::member)
                .filter(member -> member.queue().equals(queue) && member.inCall())
                .anyMatch(member -> Desks.talk(member.location(), calls).isEmpty());
    }

    /** When the next wrap-up is over, after {@code now}. */
    Optional<Instant> deadline(Instant now) {
        return members.values().stream()
                .flatMap(entry -> entry
                        .member()
                        .lastCall()
                        .map(last -> last.plus(entry.member().wrapUp()))
                        .stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    List<Desk> desks(Collection<CallInSight> calls, Instant now) {
        Map<String, List<Entry>> agents = new TreeMap<>();
        members.values()
                .forEach(entry -> agents.computeIfAbsent(entry.member().location(), location -> new ArrayList<>())
                        .add(entry));
        return agents.entrySet().stream()
                .map(agent -> Desks.desk(agent.getKey(), agent.getValue(), calls, now))
                .toList();
    }
}
