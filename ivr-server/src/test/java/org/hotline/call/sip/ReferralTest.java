package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Signal.Fate;
import org.junit.jupiter.api.Test;

/** An agent's phone asks to be replaced by somebody else and hears what became of it (RFC 3515). */
class ReferralTest {
    /** An agent's phone in the middle of a call. */
    private static void inACall(Story story) {
        try (TestFront hotline = new TestFront(24_800, settings -> settings, "ann");
                RegisteringPhone phone = new RegisteringPhone(new Wire(hotline.port()), "ann", "secret")) {
            phone.at("sip:ann@127.0.0.1:" + phone.wire().port());
            CompletableFuture<Dialled> dialled = hotline.dials("ann");
            RungPhone rung = new RungPhone(phone.wire());
            rung.answers();
            story.tell(hotline, hotline.answered(dialled), rung, phone.wire());
            hotline.awaitNothingLeft();
        }
    }

    private interface Story {
        void tell(TestFront hotline, Call call, RungPhone phone, Wire wire);
    }

    /** Asks, sees the wish accepted and tried, and gives back whom to tell of its fate. */
    private static Consumer<Fate> refers(TestFront hotline, RungPhone phone, Wire wire, String event) {
        assertThat(Wire.status(phone.ask("REFER", "Refer-To: <sip:900@127.0.0.1>\n", "")))
                .isEqualTo(202);
        String trying = notified(wire);
        assertThat(trying).contains("SIP/2.0 100 Trying");
        assertThat(Wire.header(trying, "Subscription-State").orElseThrow()).startsWith("active");
        assertThat(Wire.header(trying, "Event").orElseThrow()).matches(event);
        Signal.Referred asked = (Signal.Referred) hotline.signal();
        assertThat(asked.target()).isEqualTo("sip:900@127.0.0.1");
        return asked.told();
    }

    private static String notified(Wire wire) {
        String notify = wire.next("NOTIFY .*");
        wire.reply(notify, "200 OK", "", "");
        assertThat(Wire.header(notify, "Content-Type").orElseThrow()).startsWith("message/sipfrag");
        return notify;
    }

    private static void hearsTheEnd(Wire wire, String status) {
        String last = notified(wire);
        assertThat(last).contains(status);
        assertThat(Wire.header(last, "Subscription-State").orElseThrow()).startsWith("terminated");
    }

    private static void isHungUpOn(Wire wire) {
        wire.reply(wire.next("BYE .*"), "200 OK", "", "");
    }

    @Test
    void aTransferThatWorkedIsToldBeforeTheHangUp() {
        inACall((hotline, call, phone, wire) -> {
            refers(hotline, phone, wire, "refer").accept(new Fate.Connected());
            hearsTheEnd(wire, "SIP/2.0 200 OK");
            call.hangUp(HangupCause.NORMAL_CLEARING);
            isHungUpOn(wire);
        });
    }

    @Test
    void aTransferThatFailedIsToldWithItsCauseAndAnotherMayFollow() {
        inACall((hotline, call, phone, wire) -> {
            Consumer<Fate> told = refers(hotline, phone, wire, "refer");
            assertThat(Wire.status(phone.ask("REFER", "Refer-To: <sip:901@127.0.0.1>\n", "")))
                    .as("one at a time")
                    .isEqualTo(491);
            told.accept(new Fate.Failed(HangupCause.USER_BUSY));
            hearsTheEnd(wire, "SIP/2.0 486 Busy");
            refers(hotline, phone, wire, "refer;id=\\d+").accept(new Fate.Failed(HangupCause.CALL_REJECTED));
            hearsTheEnd(wire, "SIP/2.0 603 Decline");
            assertThat(Wire.status(phone.ask("BYE", "", ""))).isEqualTo(200);
        });
    }

    @Test
    void aTransferNobodyDecidedOnIsToldWhenTheCallEnds() {
        inACall((hotline, call, phone, wire) -> {
            refers(hotline, phone, wire, "refer");
            call.hangUp(HangupCause.NORMAL_CLEARING);
            hearsTheEnd(wire, "SIP/2.0 500");
            isHungUpOn(wire);
        });
    }

    @Test
    void anAttendedTransferAndTwoTargetsAreRefused() {
        inACall((hotline, call, phone, wire) -> {
            String replaces = "<sip:900@127.0.0.1?Replaces=1%40x%3Bto-tag%3D1%3Bfrom-tag%3D2>";
            assertThat(Wire.status(phone.ask("REFER", "Refer-To: " + replaces + "\n", "")))
                    .isEqualTo(603);
            String two = "Refer-To: <sip:1@127.0.0.1>\nRefer-To: <sip:2@127.0.0.1>\n";
            assertThat(Wire.status(phone.ask("REFER", two, ""))).isEqualTo(400);
            assertThat(Wire.status(phone.ask("REFER", "", ""))).isEqualTo(400);
            assertThat(call.isOver()).isFalse();
            assertThat(Wire.status(phone.ask("BYE", "", ""))).isEqualTo(200);
        });
    }
}
