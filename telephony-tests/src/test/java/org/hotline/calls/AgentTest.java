package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hotline.audio.Tone;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

/** Callers who talk to agents, or wait for one. */
class AgentTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void aCallerIsBridgedToAnAgentAndBothHearEachOther() {
        List<Cdr> before = Hotline.calls();
        try (Softphone alice = Hotline.open().agent("alice", Language.ENGLISH);
                Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            alice.dials("*10").isHungUpOn(LONG);
            PhoneCall call =
                    phone.dials("4000").hears("How can I help you", LONG).presses("0");
            PhoneCall offered = alice.rings(LONG).answers();
            offered.waits(Duration.ofSeconds(8)).plays(Tone.sine(440, 8000, Duration.ofSeconds(2), 8000));
            call.plays(Tone.sine(1000, 8000, Duration.ofSeconds(2), 8000)).waits(Duration.ofSeconds(1));
            assertThat(Ear.hearsTone(call.heardSound(), 440))
                    .as("the caller hears the agent")
                    .isTrue();
            assertThat(Ear.hearsTone(offered.heardSound(), 1000))
                    .as("the agent hears the caller")
                    .isTrue();
            call.presses("42");
            offered.hearsKeys("42").presses("#");
            call.hearsKeys("#");
            offered.hangsUp();
            call.isHungUpOn(LONG);
            alice.dials("*11").isHungUpOn(LONG);
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(cdr.agent()).contains("alice");
        assertThat(cdr.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
        assertThat(cdr.recording()).isPresent();
        assertThat(Hotline.ladder(Hotline.open(), cdr))
                .as("the agent's phone is in the caller's ladder")
                .contains(">> INVITE", "<< 200 OK (INVITE)");
        assertThat(Hotline.calls())
                .as("a phone that was rung for a call is no call of its own")
                .noneMatch(other -> other.dialled().isEmpty());
    }

    @Test
    void anAgentWhoRejectsDoesNotKeepTheCallerFromWaiting() {
        List<Cdr> before = Hotline.calls();
        try (Softphone alice = Hotline.open().agent("alice", Language.ENGLISH);
                Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            alice.dials("*10").isHungUpOn(LONG);
            PhoneCall call =
                    phone.dials("4000").hears("How can I help you", LONG).presses("0");
            alice.rings(LONG).rejects();
            PhoneCall second = alice.rings(LONG).answers();
            second.waits(Duration.ofSeconds(6));
            call.hangsUp();
            second.isHungUpOn(LONG);
            alice.dials("*11").isHungUpOn(LONG);
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(Hotline.open().calls().events(cdr.id()))
                .anyMatch(CallEvent.OfferReturned.class::isInstance)
                .anyMatch(CallEvent.AgentJoined.class::isInstance);
        assertThat(cdr.ending()).contains(new Ending.CallerHungUp(Ending.Where.WITH_AGENT));
    }

    @Test
    void aCallerMayHangUpWhileWaiting() {
        List<Cdr> before = Hotline.calls();
        try (Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            PhoneCall call = phone.dials("4000")
                    .isAnswered()
                    .hears("How can I help you", LONG)
                    .presses("0");
            call.hears("put you through to a colleague", LONG)
                    .waits(Duration.ofSeconds(3))
                    .hangsUp();
        }
        assertThat(Hotline.recordOf("4000", before).ending()).contains(new Ending.CallerHungUp(Ending.Where.IN_QUEUE));
    }
}
