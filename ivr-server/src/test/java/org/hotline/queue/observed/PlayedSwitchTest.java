package org.hotline.queue.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.queue.DayCounts;
import org.junit.jupiter.api.Test;

/** Many seeded days of another switch, with and without lost connections. */
class PlayedSwitchTest {
    @Test
    void whoHearsAllCountsRight() {
        int answered = 0;
        for (long seed = 0; seed < 50; seed++) {
            PlayedSwitch play = new PlayedSwitch(seed);
            play.connects();
            for (int i = 0; i < 300; i++) {
                play.step();
                countsReconcile(play.watched, seed);
            }
            play.finish();
            play.watched.after(60);
            storiesAreWhole(play.watched.facts, seed);
            sameLines(play, seed);
            assertThat(sum(play.watched, Count.OFFERED)).as("seed " + seed).isEqualTo(play.truth.offered);
            assertThat(sum(play.watched, Count.ANSWERED)).as("seed " + seed).isEqualTo(play.truth.answered);
            assertThat(sum(play.watched, Count.ABANDONED)).as("seed " + seed).isEqualTo(play.truth.abandoned);
            assertThat(sum(play.watched, Count.FLOWED_OUT)).as("seed " + seed).isEqualTo(play.truth.wentOn);
            assertThat(sum(play.watched, Count.UNSEEN)).as("seed " + seed).isZero();
            answered += play.truth.answered;
        }
        assertThat(answered).as("or the days prove little").isGreaterThan(500);
    }

    @Test
    void whoDoesNotHearAllCountsNobodyTwiceAndSeesWhatThereIs() {
        int unseen = 0;
        for (long seed = 0; seed < 100; seed++) {
            PlayedSwitch play = new PlayedSwitch(seed);
            Random cuts = new Random(seed);
            play.connects();
            for (int i = 0; i < 300; i++) {
                play.step();
                countsReconcile(play.watched, seed);
                if (cuts.nextInt(40) == 0) {
                    play.disconnects();
                    for (int missed = cuts.nextInt(20); missed > 0; missed--) {
                        play.step();
                    }
                    play.connects();
                }
            }
            play.finish();
            sameLines(play, seed);
            play.watched.after(7_200);
            countsReconcile(play.watched, seed);
            sameLines(play, seed);
            storiesAreWhole(play.watched.facts, seed);
            assertThat(sum(play.watched, Count.OFFERED)).as("seed " + seed).isLessThanOrEqualTo(play.truth.offered);
            assertThat(sum(play.watched, Count.ANSWERED)).as("seed " + seed).isLessThanOrEqualTo(play.truth.answered);
            unseen += sum(play.watched, Count.UNSEEN);
        }
        assertThat(unseen).as("or nothing was lost").isGreaterThan(50);
    }

    @Test
    void aNewProcessAnywhereInTheDayGoesOn() {
        for (long seed = 0; seed < 30; seed++) {
            PlayedSwitch play = new PlayedSwitch(seed);
            play.connects();
            for (int i = 0; i < 100; i++) {
                play.step();
            }
            Watched next = new Watched(play.watched.now, play.watched.facts);
            Map<String, Integer> before = offered(play.watched);
            next.snapshot(PlayedSwitch.QUEUES.stream()
                            .map(Sighting.QueueSeen::new)
                            .toArray(Sighting[]::new))
                    .after(7_200);
            assertThat(offered(next)).as("seed " + seed).isEqualTo(before);
            countsReconcile(next, seed);
        }
    }

    private enum Count {
        OFFERED,
        ANSWERED,
        ABANDONED,
        FLOWED_OUT,
        UNSEEN
    }

    private static int sum(Watched watched, Count count) {
        return PlayedSwitch.QUEUES.stream()
                .mapToInt(queue -> {
                    DayCounts today = watched.today(queue);
                    return switch (count) {
                        case OFFERED -> today.offered();
                        case ANSWERED -> today.answered();
                        case ABANDONED -> today.abandoned();
                        case FLOWED_OUT -> today.flowedOut();
                        case UNSEEN -> today.unseen();
                    };
                })
                .sum();
    }

    private static Map<String, Integer> offered(Watched watched) {
        Map<String, Integer> offered = new HashMap<>();
        PlayedSwitch.QUEUES.forEach(
                queue -> offered.put(queue, watched.today(queue).offered()));
        return offered;
    }

    /** Who waits on the board waits there, in that order, since then. */
    private static void sameLines(PlayedSwitch play, long seed) {
        PlayedSwitch.QUEUES.forEach(queue -> assertThat(play.watched.line(queue).waiting())
                .as("seed " + seed + " " + queue)
                .hasSameSizeAs(play.waiting.getOrDefault(queue, List.of())));
    }

    private static void countsReconcile(Watched watched, long seed) {
        watched.queues.board().queues().forEach(line -> {
            DayCounts today = line.today();
            assertThat(today.waitingIn() + today.offered())
                    .as("seed " + seed + " " + line)
                    .isEqualTo(today.answered()
                            + today.abandoned()
                            + today.flowedOut()
                            + today.unseen()
                            + watched.queues.undecided(line.settings().name()));
        });
    }

    /** Every call comes first and is over last, and between that nobody is in two places. */
    private static void storiesAreWhole(List<Fact> facts, long seed) {
        Map<CallId, Optional<Fact>> last = new HashMap<>();
        Set<CallId> over = new HashSet<>();
        for (Fact fact : facts) {
            Optional<Fact> before = last.getOrDefault(fact.call(), Optional.empty());
            String where = "seed " + seed + ": " + fact + " after " + before;
            assertThat(over).as(where).doesNotContain(fact.call());
            boolean waits = before.filter(PlayedSwitchTest::isWaiting).isPresent();
            boolean talks = before.filter(Fact.Joined.class::isInstance).isPresent();
            switch (fact) {
                case Fact.Came came -> assertThat(before).as(where).isEmpty();
                case Fact.Entered entered ->
                    assertThat(before.isPresent() && !waits && !talks).as(where).isTrue();
                case Fact.Rang rang -> assertThat(waits).as(where).isTrue();
                case Fact.RangInVain vain -> assertThat(waits).as(where).isTrue();
                case Fact.Joined joined -> assertThat(waits).as(where).isTrue();
                case Fact.Abandoned gone -> assertThat(waits).as(where).isTrue();
                case Fact.WentOn gone -> assertThat(waits).as(where).isTrue();
                case Fact.LostFromSight lost -> assertThat(waits).as(where).isTrue();
                case Fact.Parted parted -> assertThat(talks).as(where).isTrue();
                case Fact.Over end -> {
                    assertThat(!waits && !talks).as(where).isTrue();
                    over.add(fact.call());
                }
            }
            last.put(fact.call(), Optional.of(fact));
        }
    }

    private static boolean isWaiting(Fact fact) {
        return fact instanceof Fact.Entered || fact instanceof Fact.Rang || fact instanceof Fact.RangInVain;
    }
}
