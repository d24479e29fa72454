package org.hotline.queue.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentDumpEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.asteriskjava.manager.event.VarSetEvent;
import org.hotline.queue.observed.Caller;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.Member;
import org.hotline.queue.observed.Member.Device;
import org.hotline.queue.observed.Sighting;
import org.junit.jupiter.api.Test;

/** Single events; whole runs over the wire are in telephony-tests. */
class SightingsTest {
    @Test
    void aMemberOfAnOldAsteriskLacksWhatIsNewer() {
        QueueMemberEvent event = new QueueMemberEvent(this);
        event.setQueue("sales");
        event.setInterface("Local/200@agents/n");
        event.setStatus(5);
        assertThat(Sightings.of(event))
                .hasValueSatisfying(told -> assertThat(told).isInstanceOfSatisfying(Sighting.MemberSeen.class, seen -> {
                    Member member = seen.member();
                    assertThat(member.location()).isEqualTo("Local/200@agents/n");
                    assertThat(member.name()).as("without a name").isEqualTo("Local/200@agents/n");
                    assertThat(member.device()).isEqualTo(Device.UNREACHABLE);
                    assertThat(member.inCall()).isFalse();
                    assertThat(member.lastCall()).isEmpty();
                    assertThat(member.wrapUp()).isZero();
                }));
    }

    @Test
    void theQueuesOwnWordSaysWhichWayACallerLeft() {
        VarSetEvent event = new VarSetEvent(this);
        event.setUniqueId("1.1");
        event.setVariable("QUEUESTATUS");
        event.setValue("LEAVEEMPTY");
        assertThat(Sightings.of(event)).contains(new Sighting.CallerLeftBy("1.1", Fact.Exit.EMPTY));
        event.setValue("TIMEOUT");
        assertThat(Sightings.of(event)).contains(new Sighting.CallerLeftBy("1.1", Fact.Exit.TIME_OUT));
        event.setValue("CONTINUE");
        assertThat(Sightings.of(event)).isEmpty();
        event.setVariable("DIALSTATUS");
        assertThat(Sightings.of(event)).isEmpty();
    }

    @Test
    void aPauseHasAReasonAndABeginning() {
        QueueMemberPauseEvent event = new QueueMemberPauseEvent(this);
        event.setQueue("sales");
        event.setInterface("PJSIP/anna");
        event.setMemberName("Anna");
        event.setStatus(2);
        event.setPaused(true);
        event.setPausedReason("lunch");
        event.setLastpause(1_764_000_000L);
        event.setWrapupTime(10);
        assertThat(Sightings.of(event))
                .hasValueSatisfying(told -> assertThat(told)
                        .isInstanceOfSatisfying(Sighting.MemberChanged.class, changed -> {
                            assertThat(changed.member().paused()).isTrue();
                            assertThat(changed.member().pausedReason()).isEqualTo("lunch");
                            assertThat(changed.member().pausedSince()).contains(Instant.ofEpochSecond(1_764_000_000L));
                            assertThat(changed.member().device()).isEqualTo(Device.BUSY);
                        }));
    }

    @Test
    void everyStateOfAPhoneIsOneOfFive() {
        Device[] devices = {
            Device.UNKNOWN,
            Device.FREE,
            Device.BUSY,
            Device.BUSY,
            Device.UNREACHABLE,
            Device.UNREACHABLE,
            Device.RINGING,
            Device.BUSY,
            Device.BUSY,
            Device.UNKNOWN
        };
        for (int status = 0; status < devices.length; status++) {
            QueueMemberStatusEvent event = new QueueMemberStatusEvent(this);
            event.setQueue("sales");
            event.setInterface("PJSIP/anna");
            event.setStatus(status);
            Device expected = devices[status];
            assertThat(Sightings.of(event))
                    .as("status " + status)
                    .hasValueSatisfying(told -> assertThat(told)
                            .isInstanceOfSatisfying(
                                    Sighting.MemberChanged.class,
                                    changed -> assertThat(changed.member().device())
                                            .isEqualTo(expected)));
        }
    }

    @Test
    void aCallerIsNumbersAndALanguageAndNoExtensionOfTheDialplan() {
        QueueCallerJoinEvent event = new QueueCallerJoinEvent(this);
        event.setQueue("sales");
        event.setUniqueId("pbx-1764000000.7");
        event.setChannel("PJSIP/trunk-00000007");
        event.setCallerIdNum("<unknown>");
        event.setExten("s");
        event.setLanguage("en_GB");
        assertThat(Sightings.of(event))
                .contains(new Sighting.CallerJoined(
                        "sales", 1, new Caller("pbx-1764000000.7", "PJSIP/trunk-00000007", "", "", "en")));
        event.setCallerIdNum("13800000000");
        event.setExten("4000");
        event.setPosition(3);
        event.setLanguage("cn");
        assertThat(Sightings.of(event))
                .contains(new Sighting.CallerJoined(
                        "sales",
                        3,
                        new Caller("pbx-1764000000.7", "PJSIP/trunk-00000007", "13800000000", "4000", "zh")));
    }

    @Test
    void whoEndedATalk() {
        AgentCompleteEvent event = new AgentCompleteEvent(this);
        event.setQueue("sales");
        event.setUniqueId("1.7");
        event.setInterface("PJSIP/anna");
        event.setMemberName("Anna");
        event.setHoldTime(12L);
        event.setTalkTime(93L);
        event.setReason("transfer");
        assertThat(Sightings.of(event))
                .hasValueSatisfying(told -> assertThat(told)
                        .isInstanceOfSatisfying(Sighting.AgentCompleted.class, done -> {
                            assertThat(done.agent()).isEqualTo("Anna");
                            assertThat(done.waited()).isEqualTo(Duration.ofSeconds(12));
                            assertThat(done.talked()).isEqualTo(Duration.ofSeconds(93));
                            assertThat(done.parting()).isEqualTo(Sighting.Parting.TRANSFER);
                        }));
    }

    @Test
    void anEventThatLacksTheEssentialSaysNothing() {
        assertThat(Sightings.of(new QueueCallerJoinEvent(this))).isEmpty();
        assertThat(Sightings.of(new QueueMemberStatusEvent(this))).isEmpty();
        assertThat(Sightings.of(new AgentDumpEvent(this))).isEmpty();
        assertThat(Sightings.of(new NewChannelEvent(this))).isEmpty();
    }
}
