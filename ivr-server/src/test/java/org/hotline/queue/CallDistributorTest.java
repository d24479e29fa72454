package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.queue.Centre.agent;
import static org.hotline.queue.Centre.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallDistributorTest {
    private static final QueueSettings SHOP = QueueSettings.of("shop", "en");

    private final Centre centre = new Centre(List.of(SHOP), agent("ann", "shop"), agent("ben", "shop"));

    @Test
    void theAgentWhoWasIdleLongestIsRung() {
        centre.works("ben", "ann").enters(1, "shop");
        assertThat(centre.offers()).extracting(Offer::agent).containsExactly("ben");
        assertThat(centre.state("ben").word()).isEqualTo("offered");
        assertThat(centre.line("shop").waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.offeredTo()).contains("ben"));
    }

    @Test
    void acceptingJoinsBothAndStopsTheCallersClock() {
        centre.works("ann").enters(1, "shop");
        Offer offer = centre.offer();
        centre.after(Duration.ofSeconds(4)).on(new Event.OfferPickedUp(offer.number(), "ann"));
        centre.after(Duration.ofSeconds(2)).on(new Event.OfferAccepted(offer.number(), "ann"));
        assertThat(centre.effects).contains(new Effect.Connect(offer, Duration.ofSeconds(6)));
        assertThat(centre.state("ann")).isInstanceOf(AgentState.Talking.class);
        assertThat(centre.line("shop").waiting()).isEmpty();
        assertThat(centre.line("shop").today().answeredInTime()).isOne();
    }

    @Test
    void anOfferNobodyAnswersGoesToTheNextAgentAndTheCallerKeepsThePlace() {
        centre.works("ann", "ben").enters(1, "shop");
        Offer first = centre.offer();
        centre.after(Duration.ofSeconds(15));
        assertThat(centre.effects).contains(new Effect.CancelOffer(first, Effect.Withdrawal.TIMED_OUT));
        assertThat(centre.offers()).extracting(Offer::agent).containsExactly("ben");
        assertThat(centre.state("ann").word()).isEqualTo("available");
    }

    @Test
    void anAgentWhoRejectsForEverEndsOnBreakAndTheCallerReachesTheOther() {
        centre.works("ann").enters(1, "shop");
        for (int rejected = 1; rejected <= 3; rejected++) {
            Offer offer = centre.offer();
            assertThat(offer.agent()).isEqualTo("ann");
            centre.on(new Event.OfferReturned(offer.number(), "ann", Offer.Return.REJECTED));
            assertThat(centre.offers()).as("cools down first").isEmpty();
            centre.after(Duration.ofSeconds(5));
        }
        assertThat(centre.state("ann"))
                .isInstanceOfSatisfying(
                        AgentState.OnBreak.class,
                        rest -> assertThat(rest.notResponding()).isTrue());
        centre.works("ben");
        assertThat(centre.distributor.board().agent("ben").orElseThrow().state().busyWith())
                .contains(call(1));
    }

    @Test
    void whoReturnedTheCallIsAskedLast() {
        centre.works("ann", "ben").enters(1, "shop");
        centre.on(new Event.OfferReturned(centre.offer().number(), "ann", Offer.Return.REJECTED));
        Offer second = centre.offer();
        assertThat(second.agent()).isEqualTo("ben");
        centre.after(Duration.ofSeconds(10)) // ann has cooled down
                .on(new Event.OfferReturned(second.number(), "ben", Offer.Return.REJECTED));
        assertThat(centre.offers()).extracting(Offer::agent).containsExactly("ann");
    }

    @Test
    void aLateAnswerToAnOldOfferChangesNothing() {
        centre.works("ann", "ben").enters(1, "shop");
        Offer old = centre.offer();
        centre.after(Duration.ofSeconds(15)).on(new Event.OfferAccepted(old.number(), "ann"));
        assertThat(centre.effects).isEmpty();
        assertThat(centre.line("shop").today().answered()).isZero();
    }

    @Test
    void aCallerWhoHangsUpWhileThePhoneRingsStopsItAndCostsTheAgentNothing() {
        centre.works("ann", "ben").enters(1, "shop");
        Offer offer = centre.offer();
        centre.after(Duration.ofSeconds(6)).on(new Event.CallerLeft(call(1), Event.Leaving.HUNG_UP));
        assertThat(centre.effects).contains(new Effect.CancelOffer(offer, Effect.Withdrawal.CALLER_LEFT));
        centre.enters(2, "shop");
        assertThat(centre.offer().agent()).as("still the one idle longest").isEqualTo("ann");
        DayCounts today = centre.line("shop").today();
        assertThat(today.abandoned()).isOne();
        assertThat(today.shortAbandoned()).isZero();
    }

    @Test
    void wrapUpKeepsTheNextCallerAway() {
        centre.works("ann").enters(1, "shop");
        centre.on(new Event.OfferAccepted(centre.offer().number(), "ann"));
        centre.enters(2, "shop").after(Duration.ofMinutes(3)).on(new Event.TalkEnded(call(1), "ann"));
        assertThat(centre.state("ann").word()).isEqualTo("wrapping-up");
        assertThat(centre.offers()).isEmpty();
        centre.after(Duration.ofSeconds(10));
        assertThat(centre.offers()).extracting(Offer::call).containsExactly(call(2));
    }

    @Test
    void readyEndsWrapUpAndBreak() {
        centre.works("ann").on(new Event.BreakBegun("ann")).enters(1, "shop");
        assertThat(centre.offers()).isEmpty();
        centre.on(new Event.AgentReady("ann"));
        assertThat(centre.offers()).hasSize(1);
    }

    @Test
    void signingInAgainEndsABreak() {
        centre.works("ann").on(new Event.BreakBegun("ann")).enters(1, "shop");
        centre.on(new Event.AgentSignedIn("ann"));
        assertThat(centre.offers()).hasSize(1);
    }

    @Test
    void aBreakDuringATalkComesAfterIt() {
        centre.works("ann").enters(1, "shop");
        centre.on(new Event.OfferAccepted(centre.offer().number(), "ann")).on(new Event.BreakBegun("ann"));
        assertThat(centre.state("ann").word()).isEqualTo("talking");
        centre.on(new Event.TalkEnded(call(1), "ann"));
        assertThat(centre.state("ann").word()).isEqualTo("on-break");
    }

    @Test
    void anAgentWhoSignsOutWhileThePhoneRingsLosesTheOffer() {
        centre.works("ann", "ben").enters(1, "shop");
        Offer offer = centre.offer();
        centre.on(new Event.AgentSignedOut("ann"));
        assertThat(centre.effects).contains(new Effect.CancelOffer(offer, Effect.Withdrawal.AGENT_LEFT));
        assertThat(centre.offer().agent()).isEqualTo("ben");
    }

    @Test
    void anAgentWhosePhoneIsGoneIsNotRung() {
        centre.works("ann").on(new Event.PhoneUnreachable("ann")).enters(1, "shop");
        assertThat(centre.offers()).isEmpty();
        centre.on(new Event.PhoneReachable("ann"));
        assertThat(centre.offers()).hasSize(1);
    }

    @Test
    void waitingEndsAtThePlansLimitButNotWhileAPhoneRings() {
        centre.on(new Event.CallerEntered(call(1), "shop", Optional.of(Duration.ofSeconds(20))));
        centre.after(Duration.ofSeconds(15)).works("ann"); // rings from 15 to 30
        centre.after(Duration.ofSeconds(10));
        assertThat(centre.line("shop").waiting()).hasSize(1);
        centre.after(Duration.ofSeconds(5));
        assertThat(centre.effects)
                .contains(
                        new Effect.WaitIsOver(call(1), "shop", Effect.Refusal.WAITED_TOO_LONG, Duration.ofSeconds(30)));
        assertThat(centre.line("shop").today().flowedOut()).isOne();
    }

    @Test
    void aQueueThatDoesNotExistRefusesAtOnce() {
        centre.enters(1, "nowhere");
        assertThat(centre.effects)
                .containsExactly(
                        new Effect.WaitIsOver(call(1), "nowhere", Effect.Refusal.NO_SUCH_QUEUE, Duration.ZERO));
    }

    @Test
    void placesAreToldOnEntryAndWhenTheyChange() {
        centre.enters(1, "shop");
        assertThat(centre.effects).containsExactly(new Effect.TellPosition(call(1), 1));
        centre.enters(2, "shop");
        assertThat(centre.effects).containsExactly(new Effect.TellPosition(call(2), 2));
        centre.on(new Event.CallerLeft(call(1), Event.Leaving.KEY_EXIT));
        assertThat(centre.effects).containsExactly(new Effect.TellPosition(call(2), 1));
    }

    @Test
    void skillsAreNeeded() {
        QueueSettings mandarin = new QueueSettings(
                "zh",
                "zh",
                Set.of("mandarin"),
                SHOP.offerTimeout(),
                SHOP.wrapUp(),
                SHOP.maxWait(),
                SHOP.targetWithin(),
                80,
                SHOP.shortAbandon());
        Centre both = new Centre(
                List.of(SHOP, mandarin),
                agent("ann", "shop", "zh"),
                new AgentProfile("li", "Li", "li", Set.of("shop", "zh"), Set.of("mandarin")));
        both.works("ann", "li").enters(1, "zh");
        assertThat(both.offer().agent()).isEqualTo("li");
    }

    @Test
    void aFreeAgentGetsTheLongestWaitingCallerOfAllQueuesServed() {
        Centre both = new Centre(List.of(SHOP, QueueSettings.of("zh", "zh")), agent("ann", "shop", "zh"));
        both.enters(1, "zh").after(Duration.ofSeconds(1)).enters(2, "shop").works("ann");
        assertThat(both.state("ann").busyWith()).contains(call(1));
    }

    @Test
    void aNewDayCountsThoseWhoWaitAsWaitingIn() {
        centre.now = Centre.NINE.plus(Duration.ofHours(14)).plus(Duration.ofMinutes(59)); // 23:59 in Shanghai
        centre.enters(1, "shop").after(Duration.ofMinutes(2)).enters(2, "shop");
        DayCounts today = centre.line("shop").today();
        assertThat(today.waitingIn()).isOne();
        assertThat(today.offered()).isOne();
    }

    @Test
    void theServiceLevelLeavesShortAbandonsOut() {
        DayCounts counts = new DayCounts(
                java.time.LocalDate.EPOCH,
                0,
                10,
                6,
                4,
                4,
                2,
                0,
                0,
                0,
                Duration.ofSeconds(60),
                4,
                Duration.ofSeconds(100),
                Duration.ofSeconds(40));
        assertThat(counts.serviceLevel()).isEqualTo(0.5);
        assertThat(counts.averageSpeedOfAnswer()).isEqualTo(Duration.ofSeconds(10));
        assertThat(counts.averageHandleTime()).isEqualTo(Duration.ofSeconds(35));
    }
}
