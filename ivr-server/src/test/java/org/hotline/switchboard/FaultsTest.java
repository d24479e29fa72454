package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline.switchboard.TestHouse.SOON;
import static org.hotline.switchboard.TestHouse.queue;
import static org.hotline.switchboard.TestHouse.say;
import static org.hotline.switchboard.TestHouse.voicemail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.HangupCause;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.history.Ending.Where;
import org.hotline.speech.Language;
import org.hotline.switchboard.LinePicture.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is our fault never drops a caller; what is the caller's or the agent's phone's ends as it should. */
class FaultsTest {
    @TempDir
    private Path folder;

    private Optional<TestHouse> open = Optional.empty();

    private TestHouse house() {
        return house(folder, Map.of());
    }

    private TestHouse house(Path recordings, Map<Language, String> humans) {
        TestHouse house = new TestHouse(recordings, settings -> settings.withHumans(humans));
        open = Optional.of(house);
        return house;
    }

    @AfterEach
    void close() {
        open.ifPresent(TestHouse::close);
    }

    @Test
    void aConversationThatBreaksSendsTheCallerToAHuman() {
        TestHouse house = house(folder, Map.of(Language.ENGLISH, "shop"));
        house.plan("4000", say("welcome", "Welcome.", "a step that is not there"));
        house.works("ann");
        house.front.answers("ann-phone").says(2000);
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        await().atMost(SOON).until(() -> caller.hears(2000));
        caller.hangsUp();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.CallerHungUp(Where.WITH_AGENT));
    }

    @Test
    void withoutAHumanToTurnToTheCallFailsAndSaysSo() {
        TestHouse house = house();
        house.plan("4000", say("welcome", "Welcome.", "a step that is not there"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Failed("IllegalArgumentException"));
        assertThat(caller.isOver()).isTrue();
    }

    @Test
    void aPlanThatLeadsInCirclesEnds() {
        TestHouse house = house();
        house.plan("4000", queue("advisers", Duration.ofMillis(1), "advisers"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Failed("endless-plan"));
    }

    @Test
    void aStoreThatIsDownDelaysTheAnswerButDoesNotPreventIt() {
        TestHouse house = house();
        house.store.goesDown();
        house.plan("4000", say("welcome", "Welcome.", "hang-up"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
        assertThat(caller.isAnswered()).isTrue();
    }

    @Test
    void aDiskThatCannotBeWrittenCostsTheRecordingNotTheCall() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");
        TestHouse house = house(file, Map.of());
        house.plan("4000", true, say("welcome", "Welcome.", "hang-up"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsIsNotAnswered() {
        TestHouse house = house();
        house.plan("4000", say("welcome", "Welcome.", "hang-up"));
        TestPhone caller = TestPhone.dials("4000");
        caller.hangsUp();
        house.takes(caller);
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.NotAnswered(HangupCause.NORMAL_CLEARING));
    }

    @Test
    void aLineThatDiesIsLost() {
        TestHouse house = house();
        house.plan("4000", queue("advisers", Duration.ofSeconds(20), "advisers"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        house.awaitStage(caller, Stage.IN_QUEUE);
        caller.dies();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.LineLost(HangupCause.DESTINATION_OUT_OF_ORDER));
    }

    @Test
    void aSupervisorMayEndACall() {
        TestHouse house = house();
        house.plan("4000", queue("advisers", Duration.ofSeconds(20), "advisers"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        house.awaitStage(caller, Stage.IN_QUEUE);
        assertThat(house.switchboard.lines().hangUp(caller.id())).isTrue();
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_QUEUE));
        assertThat(house.switchboard.lines().hangUp(caller.id())).isFalse();
    }

    @Test
    void aVoicemailInWhichNobodySpeaksIsNone() {
        TestHouse house = house();
        house.plan("4000", voicemail("box"));
        TestPhone caller = house.takes(TestPhone.dials("4000"));
        house.awaitStage(caller, Stage.IN_VOICEMAIL);
        caller.presses('#');
        assertThat(house.awaitEnding(caller)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
        assertThat(house.store.events(caller.id(), CallEvent.VoicemailLeft.class))
                .isEmpty();
    }

    @Test
    void anAgentsPhoneSignsInAndOutByCodesAndAStrangersDoesNot() {
        TestHouse house = house();
        TestPhone in = house.takes(TestPhone.ofAgent("ann-phone", "*10"));
        assertThat(house.awaitEnding(in)).isEqualTo(new Ending.Completed(Where.IN_CONVERSATION));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("available"));
        house.awaitEnding(house.takes(TestPhone.ofAgent("ann-phone", "*13")));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("on-break"));
        house.awaitEnding(house.takes(TestPhone.ofAgent("ann-phone", "*12")));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("available"));
        house.awaitEnding(house.takes(TestPhone.ofAgent("ann-phone", "*11")));
        await().atMost(SOON).until(() -> house.stateOf("ann").equals("signed-out"));
        for (TestPhone stranger : List.of(TestPhone.dials("*10"), TestPhone.ofAgent("somebody-else", "*10"))) {
            assertThat(house.awaitEnding(house.takes(stranger)))
                    .isEqualTo(new Ending.NotAnswered(HangupCause.UNALLOCATED_NUMBER));
        }
        assertThat(house.stateOf("ann")).isEqualTo("signed-out");
    }
}
