package org.hotline.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Tone;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.AsteriskSettings;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiSettings;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that Asterisk places for us: answered, busy, rejected, not answered, given up. */
class DialThroughAsteriskTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Path HOME = Path.of(System.getProperty("hotline.home", ".."));
    private static final ManagerUser USER = ManagerUser.of(HOME.resolve("dialplans/asterisk/manager.conf"), "hotline");

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(24_040, 24_042));
    private final ManagerPort manager = new ManagerPort(Release.NEW, USER, AudioSocket.Pace.WHOLE);
    private final Ami ami = new Ami(AmiSettings.of("127.0.0.1", manager.port(), USER.name(), USER.secret()));
    private final AsteriskFront front = new AsteriskFront(
            AsteriskSettings.DEFAULT.ports(0, 0),
            media,
            what -> true,
            Optional.of(ami),
            Ladder.NONE,
            Clock.systemUTC());
    private final PlacedCalls asterisk =
            new PlacedCalls(manager, () -> ScriptedAsterisk.running(HOME, front.agiPort(), front.audioPort()));
    private final DeskPhone phone = asterisk.phone("PJSIP/1001");

    DialThroughAsteriskTest() {
        front.start(call -> {});
        ami.start();
        await().atMost(LONG).until(() -> ami.health().isConnected());
    }

    @AfterEach
    void close() {
        front.close();
        ami.close();
        manager.close();
        media.close();
    }

    private CompletableFuture<Dialled> dials(String channel, Duration ringFor) {
        return CompletableFuture.supplyAsync(
                () -> front.dial(new Destination(channel, new PhoneNumber("5550100"), "english \"quoted\""), ringFor),
                Thread::startVirtualThread);
    }

    private static Dialled outcome(CompletableFuture<Dialled> dialled) {
        return dialled.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static Dialled failed(HangupCause cause) {
        return new Dialled.Failed(cause);
    }

    @Test
    void whoAnswersIsHeardAndHears() {
        CompletableFuture<Dialled> dialled = dials("PJSIP/1001", LONG);
        Ringing ringing = phone.rings(LONG);
        assertThat(ringing.shows()).isEqualTo("\"english quoted\" <5550100>");
        assertThat(dialled).isNotDone();
        List<Frame> heardThere = new CopyOnWriteArrayList<>();
        Channel channel = ringing.answers(heardThere::add);
        Call call = ((Dialled.Answered) outcome(dialled)).call();
        assertThat(call.direction()).isEqualTo(Call.Direction.OUTBOUND);
        assertThat(call.origin()).isEqualTo("asterisk:PJSIP/1001");
        List<Frame> heardHere = new CopyOnWriteArrayList<>();
        for (Frame say : Tone.sine(440, 8_000, Duration.ofSeconds(2), 8_000).frames()) {
            channel.say(Frame.of(
                    Tone.sine(1_000, 8_000, Duration.ofMillis(20), 8_000).samples(), 8_000));
            heardHere.add(call.exchange(say).heard());
        }
        assertThat(tones(heardHere, 1_000)).isGreaterThan(20);
        await().atMost(LONG).until(() -> tones(heardThere, 440) > 20);
        call.hangUp(HangupCause.NORMAL_CLEARING);
        assertThat(channel.left().orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("Hangup()");
    }

    private static long tones(List<Frame> heard, double hertz) {
        return heard.stream()
                .filter(frame -> frame.rms() > 1_000
                        && Goertzel.amplitude(frame.samples(), hertz, 8_000) > 0.6 * Math.sqrt(2) * frame.rms())
                .count();
    }

    @Test
    void whoHangsUpThereEndsTheCallHere() {
        CompletableFuture<Dialled> dialled = dials("PJSIP/1001", LONG);
        Channel channel = phone.rings(LONG).answers(heard -> {});
        Call call = ((Dialled.Answered) outcome(dialled)).call();
        call.exchange(Frame.silence(8_000));
        channel.hangUp();
        CallEnded ended = catchThrowableOfType(CallEnded.class, () -> {
            while (true) {
                call.exchange(Frame.silence(8_000));
            }
        });
        assertThat(ended.by()).isEqualTo(CallEnded.By.FAR_SIDE);
    }

    @Test
    void whoIsBusyOrRejectsOrIsNotThereSaysSo() {
        phone.isBusy(true);
        assertThat(outcome(dials("PJSIP/1001", LONG))).isEqualTo(failed(HangupCause.USER_BUSY));
        phone.isBusy(false);
        CompletableFuture<Dialled> rejected = dials("PJSIP/1001", LONG);
        phone.rings(LONG).rejects(21);
        assertThat(outcome(rejected)).isEqualTo(failed(HangupCause.CALL_REJECTED));
        assertThat(outcome(dials("PJSIP/nobody", LONG))).isEqualTo(failed(HangupCause.DESTINATION_OUT_OF_ORDER));
        assertThat(outcome(dials("PJSIP/1001&PJSIP/1002", LONG))).isEqualTo(failed(HangupCause.UNALLOCATED_NUMBER));
    }

    @Test
    void whoDoesNotAnswerIsRungNoLongerThanThat() {
        assertThat(outcome(dials("PJSIP/1001", Duration.ofMillis(300)))).isEqualTo(failed(HangupCause.NO_ANSWER));
        Ringing ringing = phone.rings(LONG);
        await().atMost(LONG).until(ringing::isOver);
    }

    @Test
    void givingUpStopsThePhone() {
        CompletableFuture<Dialled> dialled = new CompletableFuture<>();
        Thread dialling = Thread.startVirtualThread(
                () -> dialled.complete(front.dial(new Destination("PJSIP/1001", PhoneNumber.WITHHELD, ""), LONG)));
        Ringing ringing = phone.rings(LONG);
        dialling.interrupt();
        assertThat(outcome(dialled)).isEqualTo(failed(HangupCause.NORMAL_CLEARING));
        await().atMost(LONG).until(ringing::isOver);
    }

    @Test
    void whoAnswersTooLateFindsNobody() {
        manager.on("Hangup", action -> List.of(ManagerPort.error("No such channel")));
        CompletableFuture<Dialled> dialled = new CompletableFuture<>();
        Thread dialling = Thread.startVirtualThread(
                () -> dialled.complete(front.dial(new Destination("PJSIP/1001", PhoneNumber.WITHHELD, ""), LONG)));
        Ringing ringing = phone.rings(LONG);
        dialling.interrupt();
        outcome(dialled);
        Channel channel = ringing.answers(heard -> {});
        assertThat(channel.left().orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("Hangup()");
    }

    @Test
    void aCallThatStaysThereIsOverheard() {
        CompletableFuture<Dialled> hearing =
                CompletableFuture.supplyAsync(() -> front.overhear("PJSIP/trunk-00000012"), Thread::startVirtualThread);
        Channel spy = asterisk.spies(LONG);
        assertThat(asterisk.spied()).containsExactly("ChanSpy(PJSIP/trunk-00000012,qES)");
        Call call = ((Dialled.Answered) outcome(hearing)).call();
        List<Frame> heard = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            spy.say(Frame.of(
                    Tone.sine(1_000, 8_000, Duration.ofMillis(20), 8_000).samples(), 8_000));
            heard.add(call.exchange(Frame.silence(8_000)).heard());
        }
        assertThat(tones(heard, 1_000)).isGreaterThan(20);
        call.hangUp(HangupCause.NORMAL_CLEARING);
        assertThat(spy.left().orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("Hangup()");
        assertThat(front.overhear("PJSIP/x,BW"))
                .as("no language of the dialplan")
                .isEqualTo(failed(HangupCause.UNALLOCATED_NUMBER));
    }

    @Test
    void anAsteriskThatWillNotOrIsAwayCostsNoTime() {
        manager.on("Originate", action -> List.of(ManagerPort.error("Extension does not exist.")));
        assertThat(outcome(dials("PJSIP/1001", LONG))).isEqualTo(failed(HangupCause.DESTINATION_OUT_OF_ORDER));
        manager.stop();
        await().atMost(LONG).until(() -> !ami.health().isConnected());
        assertThat(outcome(dials("PJSIP/1001", LONG))).isEqualTo(failed(HangupCause.DESTINATION_OUT_OF_ORDER));
        assertThat(manager.asked("Originate")).hasSize(1);
    }
}
