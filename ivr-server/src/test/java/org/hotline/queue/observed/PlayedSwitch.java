package org.hotline.queue.observed;

import static org.hotline.queue.observed.Watched.called;
import static org.hotline.queue.observed.Watched.completed;
import static org.hotline.queue.observed.Watched.connected;
import static org.hotline.queue.observed.Watched.gaveUp;
import static org.hotline.queue.observed.Watched.joined;
import static org.hotline.queue.observed.Watched.left;
import static org.hotline.queue.observed.Watched.member;
import static org.hotline.queue.observed.Watched.seen;
import static org.hotline.queue.observed.Watched.vain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotline.queue.observed.Sighting.Parting;

/**
 * Another switch with queues, played from a seed: what really happens in it, and what is told of it, later and in pieces.
 * Words that belong together arrive together.
 */
final class PlayedSwitch {
    static final List<String> QUEUES = List.of("sales", "support");
    private static final List<String> AGENTS = List.of("anna", "ben", "chen");
    private static final List<Parting> PARTINGS = List.of(Parting.CALLER, Parting.AGENT, Parting.TRANSFER);

    /** Who waits in a queue, in order. */
    final Map<String, List<Waiter>> waiting = new LinkedHashMap<>();

    final Map<String, Talk> talks = new LinkedHashMap<>();
    final Watched watched = new Watched();
    final Tallied truth = new Tallied();
    private final Deque<List<Sighting>> unsaid = new ArrayDeque<>();
    private final Random random;
    private boolean connected;
    private int channels;

    record Waiter(String channel, Instant since) {}

    record Talk(String queue, String channel, Instant entered, Instant joined) {}

    /** What really became of callers. */
    static final class Tallied {
        int offered;
        int answered;
        int abandoned;
        int wentOn;
    }

    PlayedSwitch(long seed) {
        random = new Random(seed);
        QUEUES.forEach(queue -> waiting.put(queue, new ArrayList<>()));
        watched.on(new Sighting.ChannelHangsUp("somebody else"));
    }

    void step() {
        watched.after(random.nextInt(3));
        switch (random.nextInt(8)) {
            case 0, 1 -> arrives(QUEUES.get(random.nextInt(QUEUES.size())), "c" + ++channels);
            case 2 -> waiter(this::abandons);
            case 3 -> waiter(this::timesOut);
            case 4, 5 -> waiter(this::isServed);
            case 6 ->
                waiter((queue, one) -> says(called(queue, "zoe", one.channel()), vain(queue, "zoe", one.channel())));
            default -> ends();
        }
        while (connected && !unsaid.isEmpty() && random.nextInt(3) > 0) {
            unsaid.removeFirst().forEach(watched::on);
        }
    }

    private interface Deed {
        void on(String queue, Waiter waiter);
    }

    private void waiter(Deed deed) {
        String queue = QUEUES.get(random.nextInt(QUEUES.size()));
        List<Waiter> line = waiting.get(queue);
        if (line != null && !line.isEmpty()) {
            deed.on(queue, line.get(random.nextInt(line.size())));
        }
    }

    private void arrives(String queue, String channel) {
        List<Waiter> line = waiting.getOrDefault(queue, new ArrayList<>());
        line.add(new Waiter(channel, watched.now));
        truth.offered++;
        says(joined(queue, line.size(), channel));
    }

    private void leaves(String queue, Waiter one) {
        waiting.getOrDefault(queue, new ArrayList<>()).remove(one);
    }

    private void abandons(String queue, Waiter one) {
        leaves(queue, one);
        truth.abandoned++;
        says(
                new Sighting.ChannelHangsUp(one.channel()),
                gaveUp(queue, one.channel(), waited(one)),
                left(queue, one.channel()),
                new Sighting.ChannelGone(one.channel()));
    }

    private void timesOut(String queue, Waiter one) {
        leaves(queue, one);
        truth.wentOn++;
        if (random.nextBoolean()) {
            says(gaveUp(queue, one.channel(), waited(one)), left(queue, one.channel()));
        } else {
            says(left(queue, one.channel()));
        }
        if (random.nextBoolean()) {
            arrives(QUEUES.get(random.nextInt(QUEUES.size())), one.channel());
        } else {
            says(new Sighting.ChannelGone(one.channel()));
        }
    }

    private void isServed(String queue, Waiter one) {
        AGENTS.stream().filter(agent -> !talks.containsKey(agent)).findFirst().ifPresent(agent -> {
            leaves(queue, one);
            truth.answered++;
            talks.put(agent, new Talk(queue, one.channel(), one.since(), watched.now));
            says(
                    new Sighting.MemberChanged(talking(queue, agent)),
                    called(queue, agent, one.channel()),
                    left(queue, one.channel()),
                    connected(queue, agent, one.channel(), waited(one)));
        });
    }

    private void ends() {
        talks.keySet().stream().findFirst().ifPresent(agent -> {
            Talk talk = talks.remove(agent);
            if (talk != null) {
                Parting parting = PARTINGS.get(random.nextInt(PARTINGS.size()));
                says(
                        new Sighting.MemberChanged(member(talk.queue(), agent)),
                        completed(
                                talk.queue(),
                                agent,
                                talk.channel(),
                                seconds(talk.entered(), talk.joined()),
                                seconds(talk.joined(), watched.now),
                                parting),
                        new Sighting.ChannelGone(talk.channel()));
            }
        });
    }

    private void says(Sighting... words) {
        if (connected) {
            unsaid.add(List.of(words));
        }
    }

    /** What was not told yet is never told. */
    void disconnects() {
        connected = false;
        unsaid.clear();
        watched.on(new Sighting.Lost());
    }

    /** Logs in; some things happen before the snapshot is taken, and are told after it. */
    void connects() {
        connected = true;
        for (int i = random.nextInt(4); i > 0; i--) {
            stepUnheard();
        }
        watched.on(new Sighting.SnapshotBegun());
        waiting.forEach((queue, line) -> {
            watched.on(new Sighting.QueueSeen(queue));
            AGENTS.forEach(agent -> watched.on(new Sighting.MemberSeen(talking(queue, agent))));
            for (int i = 0; i < line.size(); i++) {
                Waiter one = line.get(i);
                watched.on(seen(queue, i + 1, one.channel(), waited(one)));
            }
        });
        watched.on(new Sighting.SnapshotComplete());
    }

    private void stepUnheard() {
        switch (random.nextInt(4)) {
            case 0 -> arrives(QUEUES.get(random.nextInt(QUEUES.size())), "c" + ++channels);
            case 1 -> waiter(this::abandons);
            case 2 -> waiter(this::isServed);
            default -> ends();
        }
    }

    /** All is told that will be. */
    void finish() {
        while (!unsaid.isEmpty()) {
            unsaid.removeFirst().forEach(watched::on);
        }
    }

    private Member talking(String queue, String agent) {
        Talk talk = talks.get(agent);
        boolean busy = talk != null;
        return Watched.doing(
                member(queue, agent),
                busy ? Member.Device.BUSY : Member.Device.FREE,
                talk != null && talk.queue().equals(queue));
    }

    private int waited(Waiter one) {
        return seconds(one.since(), watched.now);
    }

    private static int seconds(Instant from, Instant to) {
        return Math.toIntExact(Duration.between(from, to).toSeconds());
    }
}
