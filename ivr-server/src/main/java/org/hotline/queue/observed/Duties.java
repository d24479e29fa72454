package org.hotline.queue.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.queue.observed.Duty.Kind;
import org.hotline.queue.observed.Roster.Seat;

/**
 * What agents do, found by comparing what is told of them with what was known: events, snapshots, and what an earlier
 * process wrote down all come to the same. Members by configuration come and go without a word, as in Asterisk's own log.
 */
final class Duties {
    private final Map<Seat, Standing> standings = new HashMap<>();
    private final List<Duty> told = new ArrayList<>();

    /** What is known of a member. */
    private record Standing(String agent, boolean paused, String reason) {}

    void recall(List<Duty> latest) {
        for (Duty duty : latest) {
            if (duty.kind() != Kind.REMOVED) {
                standings.put(
                        new Seat(duty.queue(), duty.location()),
                        new Standing(duty.agent(), duty.kind() == Kind.PAUSED, duty.reason()));
            }
        }
    }

    void see(Member member, Instant now) {
        Standing present = new Standing(member.name(), member.paused(), member.pausedReason());
        Optional<Standing> before = Optional.ofNullable(standings.put(Seat.of(member), present));
        if (before.isEmpty() && member.dynamic()) {
            tell(member, notAfter(member.memberSince(), now), Kind.ADDED, "");
        }
        boolean wasPaused = before.filter(Standing::paused).isPresent();
        if (member.paused() && !before.equals(Optional.of(present))) {
            tell(member, notAfter(member.pausedSince(), now), Kind.PAUSED, member.pausedReason());
        } else if (wasPaused && !member.paused()) {
            tell(member, now, Kind.UNPAUSED, "");
        }
    }

    void remove(Seat seat, Instant now) {
        Optional.ofNullable(standings.remove(seat))
                .ifPresent(
                        gone -> told.add(new Duty(now, seat.queue(), seat.location(), gone.agent(), Kind.REMOVED, "")));
    }

    /** All who are there. */
    void keepOnly(Set<Seat> seats, Instant now) {
        standings.keySet().stream()
                .filter(seat -> !seats.contains(seat))
                .toList()
                .forEach(seat -> remove(seat, now));
    }

    /** What was found since it was asked for last. */
    List<Duty> take() {
        List<Duty> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private void tell(Member member, Instant at, Kind kind, String reason) {
        told.add(new Duty(at, member.queue(), member.location(), member.name(), kind, reason));
    }

    private static Instant notAfter(Optional<Instant> at, Instant now) {
        return at.filter(now::isAfter).orElse(now);
    }
}
