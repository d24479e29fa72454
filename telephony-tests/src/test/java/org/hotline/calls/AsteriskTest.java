package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline.asterisk.AudioSocket;
import org.hotline.asterisk.Channel;
import org.hotline.asterisk.Release;
import org.hotline.asterisk.ScriptedAsterisk;
import org.hotline.audio.Tone;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.AsteriskPhone;
import org.hotline.phone.BadLine;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

/** What becomes of calls that an Asterisk hands over, by the dialplan that ships. */
class AsteriskTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private static AsteriskPhone phone(ScriptedAsterisk asterisk) {
        return Hotline.open().caller(asterisk, Language.ENGLISH, BadLine.perfect());
    }

    private static ScriptedAsterisk asterisk() {
        return Hotline.open().asterisk();
    }

    private static String leaves(AsteriskPhone phone) {
        return phone.channel().left().orTimeout(40, TimeUnit.SECONDS).join();
    }

    @Test
    void aCallerForAQueueWithoutAgentsHereGoesToAsterisksQueue() {
        List<Cdr> before = Hotline.calls();
        try (AsteriskPhone phone = phone(asterisk())) {
            phone.dials("4000").hears("How can I help you", LONG).presses("0").isHungUpOn(LONG);
            assertThat(leaves(phone)).isEqualTo("Queue(english,tc,,,300)");
            Channel channel = phone.channel();
            assertThat(channel.variable("IVR_RESULT")).isEqualTo("queue");
            assertThat(channel.variable("IVR_PRIORITY")).isEqualTo("0");
            assertThat(channel.variable("QUEUE_PRIO")).isEqualTo("0");
            Cdr cdr = Hotline.recordOf("4000", before);
            assertThat(channel.variable("IVR_TRANSCRIPT")).isEqualTo(cdr.id().text());
            assertThat(cdr.ending()).contains(new Ending.Transferred("queue:english"));
            assertThat(cdr.recording()).isPresent();
            assertThat(cdr.isContained()).isFalse();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Hotline.ladder(Hotline.open(), cdr))
                            .containsExactly(
                                    "< AGI begin",
                                    "> AGI IVR_OK=1",
                                    "< AudioSocket connected",
                                    "> AudioSocket hang-up",
                                    "< AGI result",
                                    "> AGI IVR_RESULT=queue"));
        }
    }

    @Test
    void aCallerForAnAgentWhosePhoneIsHereIsBridgedThroughUs() {
        List<Cdr> before = Hotline.calls();
        try (Softphone alice = Hotline.open().agent("alice", Language.ENGLISH);
                AsteriskPhone phone = phone(asterisk())) {
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
            offered.hangsUp();
            call.isHungUpOn(LONG);
            assertThat(leaves(phone)).isEqualTo("Hangup()");
            alice.dials("*11").isHungUpOn(LONG);
        }
        Cdr served = Hotline.recordOf("4000", before);
        assertThat(served.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(Hotline.ladder(Hotline.open(), served))
                        .as("of the caller and of the agent")
                        .containsSubsequence(
                                "< AGI begin",
                                ">> INVITE",
                                "<< 200 OK (INVITE)",
                                ">> ACK",
                                "<< BYE",
                                ">> 200 OK (BYE)"));
        assertThat(Hotline.calls().stream()
                        .filter(cdr -> before.stream().noneMatch(old -> old.id().equals(cdr.id())))
                        .map(Cdr::dialled))
                .as("an agent's leg is no call of its own")
                .containsExactlyInAnyOrder("*10", "4000", "*11");
    }

    @Test
    void anOldAsteriskGoesOnAfterTheTalkToo() {
        try (AsteriskPhone phone = phone(asterisk().as(Release.OLD).sending(AudioSocket.Pace.BYTE_BY_BYTE))) {
            PhoneCall call = phone.dials("4000").hears("How can I help you", LONG);
            call.presses("0").says("operator").isHungUpOn(LONG); // the key is lost: this release sends none
            assertThat(phone.channel().variable("TRYSTATUS")).isEqualTo("FAILED");
            assertThat(phone.channel().variable("IVR_RESULT")).isEqualTo("queue");
        }
    }

    @Test
    void keysComeThroughHiccups() {
        try (AsteriskPhone phone = phone(asterisk().as(Release.MIDDLE).sending(AudioSocket.Pace.BUNCHED))) {
            phone.dials("4000").hearsThemOut().presses("0").isHungUpOn(LONG);
            assertThat(leaves(phone)).isEqualTo("Queue(english,tc,,,300)");
        }
    }

    @Test
    void aNumberNobodyServesGoesToTheOperator() {
        Channel channel = asterisk().call("5550199", "4009", heard -> {});
        assertThat(channel.left().orTimeout(40, TimeUnit.SECONDS).join()).isEqualTo("Queue(operator,tc,,,600)");
        assertThat(channel.variable("IVR_CAUSE")).isEqualTo("1");
    }

    @Test
    void aHotlineThatIsDownCostsTheCallerNothingButAnAttempt() {
        ScriptedAsterisk lost = new ScriptedAsterisk(
                Release.NEW, AudioSocket.Pace.WHOLE, asterisk().extensions(), 1, 1);
        Channel channel = lost.call("5550199", "4000", heard -> {});
        assertThat(channel.left().orTimeout(40, TimeUnit.SECONDS).join()).isEqualTo("Queue(operator,tc,,,600)");
        assertThat(channel.variable("AGISTATUS")).isEqualTo("FAILURE");
    }
}
