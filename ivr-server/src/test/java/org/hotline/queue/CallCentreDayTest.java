package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many seeded days, and days that end with a crash. */
class CallCentreDayTest {
    private static List<Invariant> invariants() {
        return List.of(
                new NoCallerInTwoPlaces(),
                new NoAgentWithTwoCalls(),
                new LongestIdleFirst(),
                new EveryCallEnds(),
                new CountsReconcile());
    }

    @Test
    void everythingHoldsOnManyDays() {
        int answered = 0;
        int abandoned = 0;
        int flowedOut = 0;
        for (long seed = 0; seed < 60; seed++) {
            CallCentreDay day = new CallCentreDay(seed, 2 + (int) seed % 12, 300, invariants());
            day.run();
            for (QueueBoard.Line line : day.distributor.board().queues()) {
                answered += line.today().answered();
                abandoned += line.today().abandoned();
                flowedOut += line.today().flowedOut();
            }
        }
        assertThat(List.of(answered, abandoned, flowedOut))
                .as("all ways out are taken, or the days prove little")
                .allMatch(count -> count > 500);
    }

    @Test
    void theSameSeedIsTheSameDay() {
        CallCentreDay first = new CallCentreDay(7, 5, 300, List.of());
        CallCentreDay second = new CallCentreDay(7, 5, 300, List.of());
        first.run();
        second.run();
        assertThat(first.journal).isEqualTo(second.journal);
        assertThat(first.distributor.board()).isEqualTo(second.distributor.board());
    }

    @Test
    void theJournalPlayedAgainGivesTheSameState() {
        CallCentreDay day = new CallCentreDay(11, 6, 300, List.of());
        day.run();
        CallCentreDay again = new CallCentreDay(11, 6, 0, List.of());
        day.journal.forEach(again.distributor::replay);
        assertThat(again.distributor.board()).isEqualTo(day.distributor.board());
    }

    /** Played from a moment on at which agents talk (to whom, the part does not say): everything later counts the same. */
    @Test
    void aPartOfTheJournalGivesTheCountsOfItsTime() {
        CallCentreDay day = new CallCentreDay(5, 6, 300, List.of());
        day.run();
        CallDistributor whole = new CallCentreDay(5, 6, 0, List.of()).distributor;
        CallDistributor part = new CallCentreDay(5, 6, 0, List.of()).distributor;
        List<DayCounts> until = List.of();
        for (QueueJournal.Entry entry : day.journal) {
            if (until.isEmpty() && isLate(entry) && nobodyWaitsButSomeTalk(whole.board())) {
                until = counts(whole);
            }
            whole.replay(entry);
            if (!until.isEmpty()) {
                part.replay(entry);
            }
        }
        assertThat(until).isNotEmpty();
        for (int queue = 0; queue < until.size(); queue++) {
            DayCounts all = counts(whole).get(queue);
            DayCounts later = counts(part).get(queue);
            assertThat(later.offered())
                    .isPositive()
                    .isEqualTo(all.offered() - until.get(queue).offered());
            assertThat(later.answered())
                    .isEqualTo(all.answered() - until.get(queue).answered());
            assertThat(later.abandoned())
                    .isEqualTo(all.abandoned() - until.get(queue).abandoned());
            assertThat(later.flowedOut())
                    .isEqualTo(all.flowedOut() - until.get(queue).flowedOut());
        }
    }

    private static boolean isLate(QueueJournal.Entry entry) {
        return entry.at().isAfter(Centre.NINE.plus(Duration.ofHours(3)));
    }

    private static boolean nobodyWaitsButSomeTalk(QueueBoard board) {
        return board.queues().stream().allMatch(line -> line.waiting().isEmpty())
                && board.agents().stream().anyMatch(desk -> desk.state() instanceof AgentState.Talking);
    }

    private static List<DayCounts> counts(CallDistributor distributor) {
        return distributor.board().queues().stream().map(QueueBoard.Line::today).toList();
    }

    @Test
    void aCrashAtAnyMomentLeavesCountsThatReconcileAndNobodyHanging() {
        CallCentreDay day = new CallCentreDay(3, 4, 300, List.of());
        day.run();
        for (int cut = 0; cut < day.journal.size(); cut += 37) {
            List<QueueJournal.Entry> survived = new ArrayList<>(day.journal.subList(0, cut));
            CallDistributor restored = new CallCentreDay(3, 4, 0, List.of()).distributor;
            survived.forEach(restored::replay);
            QueueBoard before = restored.board();
            Event restart = new Event.Restarted();
            List<Effect> effects = restored.on(restart, before.at().plus(Duration.ofSeconds(5)));
            assertThat(effects).isEmpty();
            new CountsReconcile().after(restart, before, effects, restored.board());
            assertThat(restored.board().queues())
                    .allSatisfy(line -> assertThat(line.waiting()).isEmpty());
            assertThat(restored.board().agents()).allSatisfy(desk -> {
                AgentState was =
                        before.agent(desk.profile().name()).orElseThrow().state();
                assertThat(desk.state().busyWith()).isEmpty();
                if (!(was instanceof AgentState.Talking)) { // after a talk the agent may have wanted to go home
                    assertThat(desk.state() instanceof AgentState.SignedOut)
                            .as("signed out only if signed out before")
                            .isEqualTo(was instanceof AgentState.SignedOut);
                }
            });
        }
    }
}
