package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline.switchboard.TestHouse.SOON;
import static org.hotline.switchboard.TestHouse.queue;
import static org.hotline.switchboard.TestHouse.say;
import static org.hotline.switchboard.TestHouse.transfer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.history.Ending.Where;
import org.hotline.switchboard.LinePicture.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchboardTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private TestHouse house;

    @BeforeEach
    void build() {
        house = new TestHouse(folder, settings -> settings.withTransfers(new Transfers(Map.of("900", "boss-phone"))));
        house.plan("4000", say("welcome", "Welcome.", "hang-up"));
        house.plan("4001", queue("advisers", LONG, "sorry"), say("sorry", "Sorry.", "hang-up"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> story(TestPhone phone) {
        return house.store.events(phone.id()).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aNumberNobodyHasIsRefused() {
        TestPhone phone = house.takes(TestPhone.dials("4999"));
        assertThat(house.awaitEnding(phone)).isEqualTo(new Ending.NotAnswered(HangupCause.UNALLOCATED_NUMBER));
        assertThat(phone.isAnswered()).isFalse();
        assertThat(phone.ended().orElseThrow().cause()).isEqualTo(HangupCause.UNALLOCATED_NUMBER);
    }

    @Test
    void aPlanThatOnlyTalksIsContained() {
        TestPhone phone = house.takes(TestPhone.dials("4000"));
        assertThat(house.awaitEnding(phone)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
        assertThat(phone.hasRung()).isTrue();
        assertThat(story(phone)).containsExactly("Arrived", "Answered", "TurnTaken", "Ended");
        assertThat(house.switchboard.lines().pictures()).isEmpty();
    }

    @Test
    void callerAndAgentHearEachOtherUntilTheAgentHangsUp() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        TestPhone caller = house.takes(TestPhone.dials("4001").says(1000));
        await().atMost(SOON).until(() -> caller.hears(2000) && agent.hears(1000));
        assertThat(house.stateOf("ann")).isEqualTo("talking");
        assertThat(house.switchboard.lines().picture(caller.id()).orElseThrow())
                .satisfies(picture -> assertThat(picture.agent()).contains("ann"))
                .satisfies(picture -> assertThat(picture.stage()).isEqualTo(Stage.WITH_AGENT));
        agent.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.WITH_AGENT));
        assertThat(story(caller))
                .containsExactly("Arrived", "Answered", "QueueEntered", "Offered", "AgentJoined", "AgentLeft", "Ended");
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("available"));
    }

    @Test
    void theCallerHearsMusicWhileWaiting() {
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(caller::hearsSound);
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.IN_QUEUE));
        assertThat(story(caller)).containsExactly("Arrived", "Answered", "QueueEntered", "QueueLeft", "Ended");
        assertThat(house.dispatcher.board().queue("shop").orElseThrow().today().abandoned())
                .isOne();
    }

    @Test
    void aCallerWhoHangsUpStopsTheAgentsPhone() {
        house.works("ann");
        house.front.rings("ann-phone");
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("offered"));
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.IN_QUEUE));
        await().atMost(SOON).until(() -> house.front.givenUp().contains("ann-phone"));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("available"));
    }

    @Test
    void aCallerWhoHangsUpDuringTheTalkLetsTheAgentGo() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.WITH_AGENT));
        await().atMost(SOON).until(agent::isOver);
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("available"));
    }

    @Test
    void anAgentWhoRejectsForEverDoesNotKeepTheCallerFromTheOther() {
        house.works("ann");
        house.front.refuses("ann-phone", HangupCause.CALL_REJECTED);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("on-break"));
        TestPhone ben = house.front.answers("ben-phone").says(3000);
        house.works("ben");
        await().atMost(SOON).until(() -> caller.hears(3000));
        ben.hangsUp();
        house.awaitEnding(caller);
        assertThat(house.store.events(caller.id(), CallEvent.OfferReturned.class))
                .hasSize(3)
                .allMatch(event -> event.why().equals("rejected"));
    }

    @Test
    void aPhoneThatIsGoneIsAnOfferReturned() {
        house.works("ann", "ben");
        house.front.answers("ben-phone").says(3000);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(3000));
        assertThat(house.store.events(caller.id(), CallEvent.OfferReturned.class))
                .singleElement()
                .isEqualTo(new CallEvent.OfferReturned(
                        house.store
                                .events(caller.id(), CallEvent.OfferReturned.class)
                                .getFirst()
                                .at(),
                        "ann",
                        "unreachable"));
        caller.hangsUp();
        house.awaitEnding(caller);
    }

    @Test
    void aPhoneThatNobodyAnswersRingsElsewhere() {
        house.works("ann", "ben");
        house.front.rings("ann-phone");
        house.front.answers("ben-phone").says(3000);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(3000));
        assertThat(house.store.events(caller.id(), CallEvent.OfferReturned.class))
                .extracting(CallEvent.OfferReturned::why)
                .containsExactly("no-answer");
        caller.hangsUp();
        house.awaitEnding(caller);
    }

    @Test
    void anAgentWhosePhoneDiesInTheTalkIsReplaced() {
        house.works("ann", "ben");
        TestPhone ann = house.front.answers("ann-phone").says(2000);
        house.front.answers("ben-phone").says(3000);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        house.front.refuses("ann-phone", HangupCause.UNALLOCATED_NUMBER);
        ann.dies();
        await().atMost(SOON).until(() -> caller.hears(3000));
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.WITH_AGENT));
        assertThat(house.store.events(caller.id(), CallEvent.AgentJoined.class))
                .extracting(CallEvent.AgentJoined::agent)
                .containsExactly("ann", "ben");
    }

    @Test
    void aWaitThatIsTooLongGoesOnInThePlan() {
        house.plan("4002", queue("advisers", Duration.ofMillis(300), "sorry"), say("sorry", "Sorry.", "hang-up"));
        TestPhone caller = house.takes(TestPhone.dials("4002"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
        assertThat(house.store.events(caller.id(), CallEvent.QueueLeft.class))
                .extracting(CallEvent.QueueLeft::why)
                .containsExactly("waited-too-long");
        assertThat(house.store.events(caller.id(), CallEvent.TurnTaken.class))
                .extracting(CallEvent.TurnTaken::step)
                .containsExactly("sorry");
    }

    @Test
    void starLeavesTheQueue() {
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        house.awaitStage(caller, Stage.IN_QUEUE);
        caller.presses('*');
        house.awaitEnding(caller);
        assertThat(house.store.events(caller.id(), CallEvent.QueueLeft.class))
                .extracting(CallEvent.QueueLeft::why)
                .containsExactly("key");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.dispatcher
                                .board()
                                .queue("shop")
                                .orElseThrow()
                                .today()
                                .flowedOut())
                        .isOne());
    }

    @Test
    void onHoldTheCallerHearsMusicAndAfterwardsTheAgent() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        agent.signals(new Signal.Hold());
        await().atMost(SOON).until(caller::hearsSound);
        agent.signals(new Signal.Resume());
        await().atMost(SOON).until(() -> caller.hears(2000));
        caller.hangsUp();
        house.awaitEnding(caller);
    }

    @Test
    void keysPassABridgeBothWaysAsKeys() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        TestPhone caller = house.takes(TestPhone.dials("4001").says(1000));
        await().atMost(SOON).until(() -> caller.hears(2000));
        "17*".chars().forEach(key -> caller.presses((char) key));
        agent.presses('#');
        await().atMost(SOON)
                .until(() ->
                        agent.keysHeard().size() == 3 && !caller.keysHeard().isEmpty());
        assertThat(agent.keysHeard()).containsExactly('1', '7', '*');
        assertThat(caller.keysHeard()).containsExactly('#');
        caller.hangsUp();
        house.awaitEnding(caller);
    }

    @Test
    void anAgentMaySendTheCallerOnButOnlyToConfiguredPlaces() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        TestPhone boss = house.front.answers("boss-phone").says(4000);
        TestPhone caller = house.takes(TestPhone.dials("4001").says(1000));
        await().atMost(SOON).until(() -> caller.hears(2000));
        List<Signal.Fate> told = new CopyOnWriteArrayList<>();
        agent.signals(new Signal.Referred("sip:00900123456@expensive.example", told::add));
        agent.signals(new Signal.Referred("sip:900@hotline.example;transport=udp", told::add));
        await().atMost(SOON).until(() -> caller.hears(4000) && boss.hears(1000));
        await().atMost(SOON).until(agent::isOver);
        assertThat(told)
                .containsExactly(new Signal.Fate.Failed(HangupCause.CALL_REJECTED), new Signal.Fate.Connected());
        assertThat(house.front.dialled()).containsExactly("ann-phone", "boss-phone");
        boss.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Transferred("boss-phone"));
    }

    @Test
    void anAgentHearsThatNobodyAnsweredAndTheCallerWaitsAgain() {
        house.works("ann");
        TestPhone agent = house.front.answers("ann-phone").says(2000);
        house.front.refuses("boss-phone", HangupCause.USER_BUSY);
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        List<Signal.Fate> told = new CopyOnWriteArrayList<>();
        agent.signals(new Signal.Referred("900", told::add));
        await().atMost(SOON).until(agent::isOver);
        assertThat(told).containsExactly(new Signal.Fate.Failed(HangupCause.USER_BUSY));
        house.awaitStage(caller, Stage.IN_QUEUE);
        caller.hangsUp();
        house.awaitEnding(caller);
    }

    @Test
    void aCallerMayNotSendItselfOn() {
        house.works("ann");
        house.front.answers("ann-phone").says(2000);
        house.front.answers("boss-phone");
        TestPhone caller = house.takes(TestPhone.dials("4001"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        caller.signals(new Signal.Referred("900"));
        await().atMost(SOON).until(caller::wasHeardOut);
        assertThat(caller.hears(2000)).as("still with the agent").isTrue();
        caller.hangsUp();
        house.awaitEnding(caller);
        assertThat(house.front.dialled()).containsExactly("ann-phone");
    }

    @Test
    void aTransferOfThePlanIsBridged() {
        house.plan("4003", transfer("payments", "sip:payments@example.org", Optional.empty()));
        TestPhone target = house.front.answers("sip:payments@example.org").says(5000);
        TestPhone caller = house.takes(TestPhone.dials("4003").says(1000));
        await().atMost(SOON).until(() -> caller.hears(5000) && target.hears(1000));
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Transferred("sip:payments@example.org"));
        assertThat(target.isOver()).isTrue();
    }

    @Test
    void aTransferThatIsRefusedGoesOnInThePlan() {
        house.plan(
                "4003",
                transfer("payments", "sip:payments@example.org", Optional.of("sorry")),
                say("sorry", "Sorry.", "hang-up"));
        house.front.refuses("sip:payments@example.org", HangupCause.USER_BUSY);
        TestPhone caller = house.takes(TestPhone.dials("4003"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
    }

    @Test
    void aCallerWhoHangsUpStopsATransfer() {
        house.plan("4003", transfer("payments", "sip:payments@example.org", Optional.empty()));
        house.front.rings("sip:payments@example.org");
        TestPhone caller = house.takes(TestPhone.dials("4003"));
        await().atMost(SOON).until(() -> !house.front.dialled().isEmpty());
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.IN_CONVERSATION));
        await().atMost(SOON).until(() -> !house.front.givenUp().isEmpty());
    }
}
