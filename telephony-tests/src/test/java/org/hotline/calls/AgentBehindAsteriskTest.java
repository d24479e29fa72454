package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.hotline.Main;
import org.hotline.asterisk.AudioSocket;
import org.hotline.asterisk.DeskPhone;
import org.hotline.asterisk.ManagerPort;
import org.hotline.asterisk.ManagerUser;
import org.hotline.asterisk.PlacedCalls;
import org.hotline.asterisk.Release;
import org.hotline.audio.Tone;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.AsteriskPhone;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose phone is registered at an Asterisk works like any other: signs in, is rung, talks, is missed. */
class AgentBehindAsteriskTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String ENDPOINT = "PJSIP/chen";

    private static String state(Trial hotline) {
        return hotline.house().board().now().agents().stream()
                .filter(agent -> agent.name().equals("chen"))
                .map(agent -> agent.reachable() + " " + agent.state())
                .findFirst()
                .orElseThrow();
    }

    /** A supervisor whispers to the agent, then joins both. */
    private static void takePart(Trial hotline, PhoneCall caller, PhoneCall agent) throws Exception {
        Supervisor supervisor = Supervisor.withPhoneOf(hotline, "bo");
        String call = hotline.house().board().now().calls().getFirst().id().text();
        try (Softphone bo = hotline.agent("bo", Language.ENGLISH)) {
            assertThat(supervisor.posts("/api/calls/" + call + "/whisper", "")).isEqualTo(202);
            PhoneCall whisper = bo.rings(LONG).answers();
            whisper.plays(Tone.sine(700, 8000, Duration.ofSeconds(2), 8000));
            agent.plays(Tone.sine(440, 8000, Duration.ofSeconds(2), 8000)).waits(Duration.ofSeconds(2));
            assertThat(Ear.hearsTone(agent.heardSound(), 700))
                    .as("the agent hears the whisper")
                    .isTrue();
            assertThat(Ear.hearsTone(caller.heardSound(), 700))
                    .as("the caller does not")
                    .isFalse();
            assertThat(Ear.hearsTone(whisper.heardSound(), 440))
                    .as("the supervisor hears the agent")
                    .isTrue();
            whisper.hangsUp();
            assertThat(supervisor.posts("/api/calls/" + call + "/join", "")).isEqualTo(202);
            PhoneCall join = bo.rings(LONG).answers();
            join.plays(Tone.sine(900, 8000, Duration.ofSeconds(2), 8000)).waits(Duration.ofSeconds(2));
            assertThat(Ear.hearsTone(agent.heardSound(), 900))
                    .as("the agent hears who joins")
                    .isTrue();
            assertThat(Ear.hearsTone(caller.heardSound(), 900))
                    .as("the caller, too")
                    .isTrue();
            join.hangsUp();
        }
    }

    @Test
    void anAgentSignsInIsRungTalksAndIsMissedWhenTheWayIsGone(@TempDir Path data) throws Exception {
        ManagerUser user = ManagerUser.of(Main.home().resolve("dialplans/asterisk/manager.conf"), "hotline");
        try (ManagerPort manager = new ManagerPort(Release.NEW, user, AudioSocket.Pace.WHOLE);
                Trial hotline = Hotline.ofItsOwn(data, manager, ENDPOINT)) {
            PlacedCalls asterisk = new PlacedCalls(manager, hotline::asterisk);
            DeskPhone desk = asterisk.phone(ENDPOINT);
            await().atMost(LONG).until(() -> state(hotline).startsWith("true"));
            try (AsteriskPhone chen = hotline.deskPhone(hotline.asterisk(), ENDPOINT, Language.ENGLISH);
                    Softphone caller = hotline.caller(Language.ENGLISH).build()) {
                chen.dials("*10").isHungUpOn(LONG);
                await().atMost(LONG).until(() -> state(hotline).contains("available"));
                PhoneCall call = caller.dials("4000").hearsThemOut().presses("0");
                desk.rings(LONG).rejects(17);
                PhoneCall offered = chen.answers(desk.rings(LONG));
                offered.waits(Duration.ofSeconds(8)).plays(Tone.sine(440, 8000, Duration.ofSeconds(2), 8000));
                call.plays(Tone.sine(1000, 8000, Duration.ofSeconds(2), 8000)).waits(Duration.ofSeconds(1));
                assertThat(Ear.hearsTone(call.heardSound(), 440))
                        .as("the caller hears the agent")
                        .isTrue();
                assertThat(Ear.hearsTone(offered.heardSound(), 1000))
                        .as("the agent hears the caller")
                        .isTrue();
                takePart(hotline, call, offered);
                offered.hangsUp();
                call.isHungUpOn(LONG);
                Cdr served = Hotline.recordOf(hotline, "5550100");
                assertThat(served.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(Hotline.ladder(hotline, served))
                                .filteredOn(word -> word.matches("(<<|>>) .*"))
                                .containsSubsequence(
                                        ">> AMI Originate",
                                        "<< AMI DialEnd BUSY",
                                        "<< AMI Hangup 17",
                                        ">> AMI Originate",
                                        "<< AudioSocket connected",
                                        "<< AudioSocket hang-up"));
                assertThat(Hotline.calls(hotline))
                        .as("the agent's *10 and the caller's: an agent's leg is no call of its own")
                        .hasSize(2);
            }
            manager.stop();
            await().atMost(LONG).until(() -> state(hotline).startsWith("false"));
        }
    }
}
