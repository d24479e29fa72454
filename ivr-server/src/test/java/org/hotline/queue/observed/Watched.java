package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.queue.DayCounts;
import org.hotline.queue.QueueBoard;
import org.hotline.queue.QueueSettings;

/** Observed queues whose clock is turned by hand. */
final class Watched {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    final ObservedQueues queues;
    final List<Fact> facts = new ArrayList<>();
    Instant now;
    private int named;

    Watched() {
        this(NINE, List.of());
    }

    Watched(Instant begin, List<Fact> past) {
        now = begin;
        named = past.size();
        queues = new ObservedQueues(
                name -> QueueSettings.of(name, ""), at -> new CallId("call" + (1000 + ++named)), ZONE, begin);
        queues.recall(past, List.of());
    }

    Watched on(Sighting sighting) {
        facts.addAll(queues.on(sighting, now));
        return this;
    }

    /** Turns the clock, ticking at every deadline on the way. */
    Watched after(Duration duration) {
        Instant end = now.plus(duration);
        for (Optional<Instant> due = queues.deadline();
                due.isPresent() && !due.get().isAfter(end);
                due = queues.deadline()) {
            now = due.get().isAfter(now) ? due.get() : now;
            on(new Sighting.ClockTicked());
        }
        now = end;
        return this;
    }

    Watched after(int seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    /** A snapshot of these. */
    Watched snapshot(Sighting... rows) {
        on(new Sighting.SnapshotBegun());
        for (Sighting row : rows) {
            on(row);
        }
        return on(new Sighting.SnapshotComplete());
    }

    QueueBoard.Line line(String queue) {
        return queues.board().queues().stream()
                .filter(line -> line.settings().name().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    DayCounts today(String queue) {
        return line(queue).today();
    }

    /** The kinds of all facts so far, without those of phones that ring. */
    List<String> story() {
        return facts.stream().map(fact -> fact.getClass().getSimpleName()).toList();
    }

    static Caller caller(String channel) {
        return new Caller(channel, "PJSIP/trunk-" + channel, "13800000000", "", "zh");
    }

    static Sighting joined(String queue, int position, String channel) {
        return new Sighting.CallerJoined(queue, position, caller(channel));
    }

    static Sighting seen(String queue, int position, String channel, int waited) {
        return new Sighting.CallerSeen(queue, position, caller(channel), Duration.ofSeconds(waited));
    }

    static Sighting left(String queue, String channel) {
        return new Sighting.CallerLeft(queue, channel);
    }

    /** Hangs up while waiting. */
    Watched hangsUp(String queue, String channel, int waited) {
        return on(new Sighting.ChannelHangsUp(channel)).on(gaveUp(queue, channel, waited));
    }

    static Sighting gaveUp(String queue, String channel, int waited) {
        return new Sighting.CallerGaveUp(queue, caller(channel), Duration.ofSeconds(waited));
    }

    static Sighting called(String queue, String agent, String channel) {
        return new Sighting.AgentCalled(queue, "PJSIP/" + agent, agent, caller(channel));
    }

    static Sighting vain(String queue, String agent, String channel) {
        return new Sighting.AgentDidNotAnswer(queue, "PJSIP/" + agent, agent, caller(channel));
    }

    static Sighting connected(String queue, String agent, String channel, int waited) {
        return new Sighting.AgentConnected(
                queue, "PJSIP/" + agent, agent, caller(channel), Duration.ofSeconds(waited), "PJSIP/" + agent + "-1");
    }

    static Sighting completed(
            String queue, String agent, String channel, int waited, int talked, Sighting.Parting parting) {
        return new Sighting.AgentCompleted(
                queue,
                "PJSIP/" + agent,
                agent,
                caller(channel),
                Duration.ofSeconds(waited),
                Duration.ofSeconds(talked),
                parting);
    }

    static Member member(String queue, String agent) {
        return new Member(
                queue,
                "PJSIP/" + agent,
                agent,
                true,
                Member.Device.FREE,
                false,
                "",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    static Member doing(Member member, Member.Device device, boolean inCall) {
        return new Member(
                member.queue(),
                member.location(),
                member.name(),
                member.dynamic(),
                device,
                member.paused(),
                member.pausedReason(),
                inCall,
                member.lastCall(),
                member.pausedSince(),
                member.memberSince(),
                member.wrapUp());
    }
}
