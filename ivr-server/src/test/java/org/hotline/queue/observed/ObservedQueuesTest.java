package org.hotline.queue.observed;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.Optional;
import org.hotline.queue.QueueBoard;
import org.hotline.queue.observed.Fact.End;
import org.hotline.queue.observed.ObservedBoard.Desk;
import org.hotline.queue.observed.ObservedBoard.State;
import org.hotline.queue.observed.Sighting.Parting;
import org.junit.jupiter.api.Test;

class ObservedQueuesTest {
    private static final Sighting QUEUE = new Sighting.QueueSeen("sales");
    private static final Sighting ANNA = new Sighting.MemberSeen(member("sales", "anna"));

    private final Watched watched = new Watched();

    @Test
    void aCallFromTheQueueToItsEnd() {
        watched.snapshot(QUEUE, ANNA)
                .on(joined("sales", 1, "1.1"))
                .on(called("sales", "anna", "1.1"))
                .after(15)
                .on(vain("sales", "anna", "1.1"))
                .after(5)
                .on(called("sales", "anna", "1.1"))
                .after(4)
                .on(left("sales", "1.1"))
                .on(connected("sales", "anna", "1.1", 24))
                .after(60)
                .on(completed("sales", "anna", "1.1", 24, 60, Parting.CALLER))
                .on(new Sighting.ChannelGone("1.1"));
        assertThat(watched.story())
                .containsExactly("Came", "Entered", "Rang", "RangInVain", "Rang", "Joined", "Parted", "Over");
        assertThat(watched.facts.get(5)).extracting("waited").isEqualTo(Duration.ofSeconds(24));
        assertThat(watched.facts.getLast()).extracting("end").isEqualTo(End.CALLER_HUNG_UP_TALKING);
        assertThat(watched.today("sales").answered()).isOne();
        assertThat(watched.today("sales").averageSpeedOfAnswer()).isEqualTo(Duration.ofSeconds(24));
        assertThat(watched.today("sales").averageHandleTime()).isEqualTo(Duration.ofSeconds(70));
        assertThat(watched.queues.board().calls()).isEmpty();
    }

    @Test
    void whoHangsUpWhileWaitingHasAbandoned() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(3)
                .hangsUp("sales", "1.1", 3)
                .on(left("sales", "1.1"))
                .on(new Sighting.ChannelGone("1.1"));
        assertThat(watched.story()).containsExactly("Came", "Entered", "Abandoned", "Over");
        assertThat(watched.today("sales").shortAbandoned()).isOne();
    }

    @Test
    void aTimeOutIsToldLikeAHangUpAndIsNone() {
        watched.snapshot(QUEUE)
                .on(new Sighting.ChannelHangsUp("another"))
                .on(joined("sales", 1, "1.1"))
                .after(90)
                .on(gaveUp("sales", "1.1", 90))
                .on(left("sales", "1.1"))
                .on(new Sighting.ChannelGone("1.1"));
        assertThat(watched.story()).containsExactly("Came", "Entered", "WentOn", "Over");
        assertThat(watched.today("sales").flowedOut()).isOne();
        watched.on(joined("sales", 1, "1.2"))
                .after(90)
                .on(gaveUp("sales", "1.2", 90))
                .after(3);
        assertThat(watched.today("sales").flowedOut()).isEqualTo(2);
        assertThat(watched.today("sales").abandoned()).isZero();
    }

    @Test
    void whichWayOutIsToldAsFarAsItIsKnown() {
        watched.snapshot(QUEUE).on(new Sighting.ChannelHangsUp("another"));
        watched.on(joined("sales", 1, "1.1")).on(left("sales", "1.1")).after(3);
        watched.on(joined("sales", 1, "1.2"))
                .on(gaveUp("sales", "1.2", 0))
                .on(left("sales", "1.2"))
                .after(3);
        watched.on(joined("sales", 1, "1.3"))
                .on(gaveUp("sales", "1.3", 0))
                .on(left("sales", "1.3"))
                .on(new Sighting.CallerLeftBy("1.3", Fact.Exit.EMPTY))
                .after(3);
        assertThat(watched.facts)
                .filteredOn(Fact.WentOn.class::isInstance)
                .extracting("exit")
                .containsExactly(Fact.Exit.KEY, Fact.Exit.TIME_OUT, Fact.Exit.EMPTY);
    }

    @Test
    void whereHangUpsAreNotToldWhoIsGoneAtOnceHasHungUp() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(9)
                .on(gaveUp("sales", "1.1", 9))
                .on(left("sales", "1.1"))
                .on(new Sighting.ChannelGone("1.1"));
        assertThat(watched.today("sales").abandoned()).isOne();
    }

    @Test
    void aTimeOutLeadsOnAndPerhapsIntoAnotherQueue() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(90)
                .on(left("sales", "1.1"))
                .after(5)
                .on(joined("overflow", 1, "1.1"))
                .after(9)
                .on(left("overflow", "1.1"))
                .after(60);
        assertThat(watched.story()).containsExactly("Came", "Entered", "WentOn", "Entered", "WentOn", "Over");
        assertThat(watched.facts.get(2)).extracting("waited").isEqualTo(Duration.ofSeconds(90));
        assertThat(watched.today("sales").flowedOut()).isOne();
        assertThat(watched.today("overflow").offered()).isOne();
    }

    @Test
    void priorityCallersStandWhereTheyAreTold() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .on(joined("sales", 2, "1.2"))
                .on(joined("sales", 1, "1.3"))
                .hangsUp("sales", "1.1", 0);
        assertThat(channels(watched.line("sales"))).containsExactly("1.3", "1.2");
    }

    @Test
    void aSnapshotCountsNobodyTwice() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(10)
                .on(new Sighting.Lost())
                .after(30)
                .snapshot(QUEUE, seen("sales", 1, "1.1", 40), seen("sales", 2, "1.2", 5))
                .on(joined("sales", 2, "1.2"));
        assertThat(watched.today("sales").offered()).isEqualTo(2);
        assertThat(watched.line("sales").waiting())
                .extracting(QueueBoard.Waiting::since)
                .containsExactly(Watched.NINE, Watched.NINE.plusSeconds(35));
    }

    @Test
    void aLostConnectionIsNoEmptyQueue() {
        watched.snapshot(QUEUE, ANNA).on(joined("sales", 1, "1.1")).after(10).on(new Sighting.Lost());
        Instant lost = watched.now;
        watched.after(500).on(new Sighting.Lost());
        assertThat(watched.queues.board().staleSince()).contains(lost);
        assertThat(watched.line("sales").waiting()).hasSize(1);
        assertThat(watched.queues.board().agents()).hasSize(1);
    }

    @Test
    void whoCameAndWentWhileNobodyLookedIsNotAbandoned() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(10)
                .on(new Sighting.Lost())
                .after(30)
                .snapshot(QUEUE)
                .after(60);
        assertThat(watched.story()).containsExactly("Came", "Entered", "LostFromSight", "Over");
        assertThat(watched.facts.getLast().at()).isEqualTo(Watched.NINE.plusSeconds(10));
        assertThat(watched.today("sales").unseen()).isOne();
        assertThat(watched.today("sales").abandoned()).isZero();
        assertThat(watched.today("sales").serviceLevel()).isOne();
    }

    @Test
    void aTalkThatBeganUnseenIsToldWhenItEnds() {
        Member busy = Watched.doing(member("sales", "anna"), Member.Device.BUSY, true);
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .on(new Sighting.Lost())
                .after(30)
                .snapshot(QUEUE, new Sighting.MemberSeen(busy))
                .after(100)
                .on(completed("sales", "anna", "1.1", 20, 110, Parting.AGENT))
                .on(new Sighting.ChannelGone("1.1"));
        assertThat(watched.story()).containsExactly("Came", "Entered", "Joined", "Parted", "Over");
        assertThat(watched.facts.get(2)).extracting("waited").isEqualTo(Duration.ofSeconds(20));
        assertThat(watched.today("sales").answered()).isOne();
        assertThat(watched.today("sales").unseen()).isZero();
    }

    @Test
    void aTalkThatBeganBeforeUsIsTakenInWhole() {
        watched.snapshot(QUEUE, ANNA).on(completed("sales", "anna", "1.1", 20, 110, Parting.TRANSFER));
        assertThat(watched.story()).containsExactly("Came", "Entered", "Joined", "Parted");
        assertThat(watched.facts.getFirst().at()).isEqualTo(Watched.NINE.minusSeconds(130));
        assertThat(watched.today("sales").offered()).isOne();
    }

    @Test
    void aTalkGoesOnThroughALostConnection() {
        Member busy = Watched.doing(member("sales", "anna"), Member.Device.BUSY, true);
        watched.snapshot(QUEUE, ANNA)
                .on(joined("sales", 1, "1.1"))
                .on(called("sales", "anna", "1.1"))
                .on(left("sales", "1.1"))
                .on(connected("sales", "anna", "1.1", 0))
                .on(new Sighting.Lost())
                .after(30)
                .snapshot(QUEUE, new Sighting.MemberSeen(busy));
        assertThat(desk("anna").call()).isPresent();
        watched.after(7_300);
        assertThat(desk("anna").call()).as("as long as the phone is in use").isPresent();
        watched.on(new Sighting.MemberChanged(member("sales", "anna"))).after(11);
        assertThat(watched.story()).endsWith("Parted", "Over");
    }

    @Test
    void asteriskBeginsAnewAndTheOldCallsAreOver() {
        watched.snapshot(QUEUE, ANNA)
                .on(joined("sales", 1, "1.1"))
                .on(left("sales", "1.1"))
                .on(connected("sales", "anna", "1.1", 0))
                .on(joined("sales", 1, "1.2"))
                .after(10)
                .on(new Sighting.Lost())
                .after(20)
                .snapshot(QUEUE, ANNA)
                .on(joined("sales", 1, "2.1"))
                .after(20);
        assertThat(watched.facts.stream().filter(fact -> fact instanceof Fact.Over over && over.end() == End.UNSEEN))
                .hasSize(2)
                .allMatch(over -> over.at().equals(Watched.NINE.plusSeconds(10)));
        assertThat(channels(watched.line("sales"))).containsExactly("2.1");
    }

    @Test
    void whatIsToldWhileTheSnapshotIsTakenIsNewer() {
        watched.snapshot(QUEUE)
                .on(new Sighting.SnapshotBegun())
                .on(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .on(new Sighting.SnapshotComplete())
                .after(60);
        assertThat(channels(watched.line("sales"))).containsExactly("1.1");
    }

    @Test
    void aNewProcessGoesOnWhereTheOldOneStopped() {
        watched.snapshot(QUEUE, ANNA)
                .on(joined("sales", 1, "1.1"))
                .after(30)
                .hangsUp("sales", "1.1", 30)
                .on(joined("sales", 1, "1.2"))
                .on(joined("sales", 2, "1.3"));
        Watched next = new Watched(watched.now.plusSeconds(60), watched.facts);
        assertThat(next.queues.board().staleSince()).contains(next.now);
        next.snapshot(QUEUE, seen("sales", 1, "1.2", 60)).after(60);
        assertThat(next.today("sales").offered()).isEqualTo(3);
        assertThat(next.today("sales").abandoned()).isOne();
        assertThat(next.today("sales").unseen()).isOne();
        assertThat(next.line("sales").waiting()).hasSize(1);
        assertThat(next.story()).containsExactly("LostFromSight", "Over");
    }

    @Test
    void theDayBeginsWithWhoWaits() {
        watched.snapshot(QUEUE)
                .on(joined("sales", 1, "1.1"))
                .after(Duration.ofHours(15))
                .hangsUp("sales", "1.1", 0);
        assertThat(watched.today("sales").waitingIn()).isOne();
        assertThat(watched.today("sales").offered()).isZero();
        assertThat(watched.today("sales").abandoned()).isOne();
    }

    @Test
    void agentsDoWhatTheirPhonesAndQueuesSay() {
        Member anna = member("sales", "anna");
        watched.snapshot(QUEUE, ANNA, new Sighting.MemberSeen(member("support", "anna")));
        assertThat(desk("anna").state()).isEqualTo(State.AVAILABLE);
        assertThat(desk("anna").queues()).containsExactly("sales", "support");
        assertThat(desk("anna").name()).isEqualTo("asterisk.PJSIP-anna");
        watched.on(joined("sales", 1, "1.1")).on(called("sales", "anna", "1.1"));
        assertThat(desk("anna").state()).isEqualTo(State.OFFERED);
        watched.on(left("sales", "1.1")).on(connected("sales", "anna", "1.1", 0));
        assertThat(desk("anna").state()).isEqualTo(State.TALKING);
        watched.after(30).on(completed("sales", "anna", "1.1", 0, 30, Parting.CALLER));
        watched.on(new Sighting.MemberChanged(ended(anna, watched.now)));
        assertThat(desk("anna").state()).isEqualTo(State.WRAPPING_UP);
        watched.after(10);
        assertThat(desk("anna").state()).isEqualTo(State.AVAILABLE);
        assertThat(desk("anna").since()).isEqualTo(watched.now);
        watched.on(new Sighting.MemberChanged(Watched.doing(anna, Member.Device.UNREACHABLE, false)));
        assertThat(desk("anna").reachable()).isFalse();
        watched.on(new Sighting.MemberRemoved("sales", "PJSIP/anna"))
                .on(new Sighting.MemberRemoved("support", "PJSIP/anna"));
        assertThat(watched.queues.board().agents()).isEmpty();
    }

    @Test
    void aPausedAgentIsOnBreakWithTheReason() {
        Member paused = new Member(
                "sales",
                "PJSIP/anna",
                "Anna",
                false,
                Member.Device.FREE,
                true,
                "lunch",
                false,
                Optional.empty(),
                Optional.of(Watched.NINE.minusSeconds(300)),
                Optional.empty(),
                Duration.ZERO);
        watched.snapshot(QUEUE, new Sighting.MemberSeen(paused));
        assertThat(desk("Anna").state()).isEqualTo(State.ON_BREAK);
        assertThat(desk("Anna").reason()).isEqualTo("lunch");
        assertThat(desk("Anna").since()).isEqualTo(Watched.NINE.minusSeconds(300));
        assertThat(desk("Anna").removable()).isEmpty();
    }

    private static Member ended(Member member, Instant at) {
        return new Member(
                member.queue(),
                member.location(),
                member.name(),
                member.dynamic(),
                Member.Device.FREE,
                false,
                "",
                false,
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    private Desk desk(String display) {
        return watched.queues.board().agents().stream()
                .filter(desk -> desk.display().equals(display))
                .findFirst()
                .orElseThrow();
    }

    private List<String> channels(QueueBoard.Line line) {
        return line.waiting().stream()
                .map(waiting -> watched.queues.board().calls().stream()
                        .filter(call -> call.id().equals(waiting.call()))
                        .findFirst()
                        .orElseThrow()
                        .caller()
                        .channel())
                .toList();
    }
}
