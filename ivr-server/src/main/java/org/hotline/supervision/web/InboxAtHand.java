package org.hotline.supervision.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline.call.CallId;
import org.hotline.training.Cluster;
import org.hotline.training.Inbox;
import org.hotline.training.Training;
import org.hotline.training.Utterance;

/**
 * A hotline's inbox as the pages show it. Gathering it takes up to a second, so it is gathered anew at most every half minute;
 * what is labelled meanwhile is left out. Any thread.
 */
final class InboxAtHand {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int REMEMBERED = 50_000;

    private final Training training;
    private final InstantSource clock;
    private final ReentrantLock gathering = new ReentrantLock();
    private final Cache<Utterance.Id, Utterance> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private volatile Optional<Snapshot> snapshot = Optional.empty();

    /** @param gone labelled since */
    private record Snapshot(Inbox inbox, Instant at, Set<Utterance.Id> gone) {}

    InboxAtHand(Training training, InstantSource clock) {
        this.training = training;
        this.clock = clock;
    }

    /** Without what was labelled here since it was gathered. */
    Inbox now() {
        Snapshot now = snapshot();
        List<Cluster> clusters = new ArrayList<>();
        for (Cluster cluster : now.inbox().clusters()) {
            List<Utterance> left = cluster.members().stream()
                    .filter(member -> !now.gone().contains(member.id()))
                    .toList();
            if (!left.isEmpty()) {
                clusters.add(new Cluster(cluster.language(), left, cluster.nearest()));
            }
        }
        Inbox inbox = now.inbox();
        int labelled = inbox.labelledToday() + now.gone().size();
        return new Inbox(inbox.calls(), inbox.unlocated(), labelled, inbox.located(), inbox.days(), clusters);
    }

    /** What others have labelled, for this trainer to label too. */
    List<Cluster> again(String by) {
        List<Cluster> clusters = training.again(by, clock.instant().minus(Inbox.REACH));
        clusters.forEach(this::remember);
        return clusters;
    }

    private void remember(Cluster cluster) {
        cluster.members().forEach(one -> seen.put(one.id(), one));
    }

    /** The utterances with these names, of the present inbox or an earlier one. */
    List<Utterance> named(Collection<String> ids) {
        return ids.stream()
                .map(id -> find(id).orElseThrow(() -> Classroom.noSuch("utterance in the inbox")))
                .toList();
    }

    void leave(Collection<Utterance> labelled) {
        snapshot.ifPresent(now -> labelled.forEach(utterance -> now.gone().add(utterance.id())));
    }

    /** What is labelled, or no longer is, is looked up anew. */
    void forget() {
        snapshot = Optional.empty();
    }

    static String name(Utterance.Id id) {
        return id.call().text() + "." + id.turn();
    }

    private Optional<Utterance> find(String name) {
        int dot = name.lastIndexOf('.');
        try {
            Utterance.Id id = new Utterance.Id(
                    new CallId(name.substring(0, Math.max(0, dot))), Integer.parseInt(name.substring(dot + 1)));
            if (seen.getIfPresent(id) == null) {
                snapshot();
            }
            return Optional.ofNullable(seen.getIfPresent(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Snapshot snapshot() {
        gathering.lock();
        try {
            Instant now = clock.instant();
            Optional<Snapshot> there =
                    snapshot.filter(some -> now.isBefore(some.at().plus(FRESH)));
            if (there.isPresent()) {
                return there.get();
            }
            Snapshot made = new Snapshot(training.inbox(now.minus(Inbox.REACH)), now, ConcurrentHashMap.newKeySet());
            made.inbox().clusters().forEach(this::remember);
            snapshot = Optional.of(made);
            return made;
        } finally {
            gathering.unlock();
        }
    }
}
