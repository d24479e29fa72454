package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline.audio.Tone;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.phone.Tape;
import org.hotline.speech.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers and agents with phones nobody here wrote; each test is skipped where its phone is not installed. */
class ForeignPhonesTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final double CALLERS_TONE = 1000;

    @TempDir
    private Path home;

    @BeforeEach
    void voices() {
        Hotline.needs("espeak-ng");
    }

    @Test
    void baresipCallsAndIsServedByKeys() {
        Hotline.needs("baresip");
        try (ForeignPhone phone = Baresip.caller(home, Hotline.open().sip(), "5550150")) {
            isServedByKeys(phone);
        }
    }

    @Test
    void linphoneCallsAndIsServedByKeys() {
        Hotline.needs("linphonec");
        try (ForeignPhone phone = Linphone.caller(home, Hotline.open().sip())) {
            isServedByKeys(phone);
        }
    }

    private static void isServedByKeys(ForeignPhone phone) {
        List<Cdr> before = Hotline.calls();
        try (Tape tape = phone.dials("4000")) {
            tape.hears("Welcome to Maple Shop. This call is recorded. How can I help you?", LONG);
            phone.presses('6');
            tape.hears("press invoice", LONG).hears("anything else I can do for you", LONG);
            phone.presses('2');
            tape.hears("Thank you for calling", LONG);
            phone.isHungUpOn(LONG);
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(cdr.ending()).contains(new Ending.Completed(Ending.Where.IN_CONVERSATION));
        assertThat(cdr.issue()).contains("invoice");
    }

    @Test
    void baresipIsAnAgentsPhone() {
        Hotline.needs("baresip");
        Hotline.needs("sipp");
        String password = Hotline.open().password("alice");
        try (ForeignPhone phone = Baresip.registered(home, Hotline.open().sip(), "alice", password)) {
            servesACaller(phone, Baresip.TONE);
        }
    }

    /** Signs in, is offered a call, talks, holds and takes back, sends the caller on, and signs out. */
    private void servesACaller(ForeignPhone phone, double tone) {
        List<Cdr> before = Hotline.calls();
        phone.dials("*10").close();
        phone.isHungUpOn(LONG);
        try (Softphone callers = Hotline.open().caller(Language.ENGLISH).build();
                Program payments = payments()) {
            PhoneCall call =
                    callers.dials("4000").hears("How can I help you", LONG).presses("0");
            try (Tape tape = phone.answers(LONG)) {
                await("the caller hears the agent")
                        .atMost(LONG)
                        .until(() -> Ear.hearsTone(Ear.lately(call.heardSound()), tone));
                call.plays(Tone.sine(CALLERS_TONE, 8000, Duration.ofSeconds(2), 8000));
                await("the agent hears the caller").atMost(LONG).until(() -> Ear.hearsTone(tape.sound(), CALLERS_TONE));
            }
            phone.holds();
            await("the caller hears music")
                    .atMost(LONG)
                    .until(() -> Ear.hearsAnythingBut(Ear.lately(call.heardSound()), tone));
            phone.resumes();
            await("the caller hears the agent again")
                    .atMost(LONG)
                    .until(() -> Ear.hearsTone(Ear.lately(call.heardSound()), tone));
            phone.transfersTo("900", LONG);
            await("the caller is sent on to where all is echoed").atMost(LONG).until(() -> {
                call.plays(Tone.sine(CALLERS_TONE, 8000, Duration.ofSeconds(1), 8000));
                return Ear.hearsTone(Ear.lately(call.heardSound()), CALLERS_TONE);
            });
            call.hangsUp();
            assertThat(payments.exit(LONG)).as(payments.said()).isZero();
        }
        phone.dials("*11").close();
        phone.isHungUpOn(LONG);
        assertThat(Hotline.recordOf("4000", before).ending()).contains(new Ending.Transferred(Hotline.PAYMENTS));
    }

    /** Takes one call and echoes all it hears. */
    private Program payments() {
        return Sipp.in(folder("payments"))
                .run("-sn", "uas", "-rtp_echo", "-m", "1", "-p", Integer.toString(Hotline.PAYMENTS_PORT));
    }

    @Test
    void sippPressesKeysByInfoAndOnALineThatLosesEveryFifthMessage() {
        Hotline.needs("sipp");
        List<Cdr> before = Hotline.calls();
        Sipp sipp = Sipp.in(home).scenario("caller", Sipp.callerWith(Sipp.info('6'), Sipp.info('2')));
        try (Program good = sipp.calls(Hotline.open().sip(), 1);
                Program lossy = Sipp.in(folder("lossy"))
                        .scenario("caller", Sipp.callerWith(Sipp.info('6'), Sipp.info('2')))
                        .calls(Hotline.open().sip(), 2, "-lost", "20")) {
            assertThat(good.exit(LONG.multipliedBy(2))).as(good.said()).isZero();
            assertThat(lossy.exit(LONG.multipliedBy(2))).as(lossy.said()).isZero();
        }
        areServed(before, 3);
    }

    @Test
    void sippPressesKeysInTheStream() {
        Hotline.needs("sipp");
        List<Cdr> before = Hotline.calls();
        Sipp sipp = Sipp.in(home).scenario("caller", Sipp.callerWith(Sipp.event('6'), Sipp.event('2')));
        try (Program caller = sipp.calls(Hotline.open().sip(), 1)) {
            assertThat(caller.exit(LONG.multipliedBy(2))).as(caller.said()).isZero();
        }
        areServed(before, 1);
    }

    private static void areServed(List<Cdr> before, int calls) {
        List<String> known = before.stream().map(cdr -> cdr.id().text()).toList();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(Hotline.calls())
                        .filteredOn(cdr -> !known.contains(cdr.id().text()))
                        .hasSize(calls)
                        .allSatisfy(cdr -> {
                            assertThat(cdr.ending()).contains(new Ending.Completed(Ending.Where.IN_CONVERSATION));
                            assertThat(cdr.issue()).contains("invoice");
                        }));
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
