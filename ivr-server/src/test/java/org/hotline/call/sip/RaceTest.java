package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.junit.jupiter.api.Test;

/** All phones of an account ring for one call. */
class RaceTest {
    private static RegisteringPhone phone(TestFront hotline) {
        Wire wire = new Wire(hotline.port());
        return new RegisteringPhone(wire, "ann", "secret").at("sip:ann@127.0.0.1:" + wire.port());
    }

    @Test
    void theFirstToAnswerGetsTheCallTheOthersAreCancelledAndWhoAnswersAllTheSameIsHungUpOn() {
        try (TestFront hotline = new TestFront(25_200, settings -> settings, "ann");
                RegisteringPhone desk = phone(hotline);
                RegisteringPhone mobile = phone(hotline);
                RegisteringPhone old = phone(hotline)) {
            CompletableFuture<Dialled> dialled = hotline.dials("ann");
            RungPhone deskRings = new RungPhone(desk.wire());
            RungPhone mobileRings = new RungPhone(mobile.wire());
            RungPhone oldRings = new RungPhone(old.wire());
            Stream.of(deskRings, mobileRings, oldRings).forEach(RungPhone::rings);
            assertThat(Stream.of(deskRings, mobileRings, oldRings)
                            .map(rung -> Wire.header(rung.invite(), "Call-ID"))
                            .distinct())
                    .as("a call of its own for each")
                    .hasSize(3);
            mobileRings.answers();
            Call call = hotline.answered(dialled);
            mobile.wire().next("ACK .*");

            desk.wire().reply(desk.wire().next("CANCEL .*"), "200 OK", "", "");
            desk.wire().reply(deskRings.invite(), "487 Request Terminated", "", "");
            desk.wire().next("ACK .*");

            oldRings.answers(); // its 200 and our CANCEL cross
            old.wire().reply(old.wire().next("CANCEL .*"), "200 OK", "", "");
            old.wire().next("ACK .*");
            old.wire().reply(old.wire().next("BYE .*"), "200 OK", "", "");

            assertThat(call.isOver()).isFalse();
            call.hangUp(HangupCause.NORMAL_CLEARING);
            mobile.wire().reply(mobile.wire().next("BYE .*"), "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    @Test
    void whenAllRefuseTheMostTellingRefusalCounts() {
        try (TestFront hotline = new TestFront(25_200, settings -> settings, "ann");
                RegisteringPhone desk = phone(hotline);
                RegisteringPhone mobile = phone(hotline)) {
            CompletableFuture<Dialled> dialled = hotline.dials("ann");
            RungPhone deskRings = new RungPhone(desk.wire());
            RungPhone mobileRings = new RungPhone(mobile.wire());
            mobile.wire().reply(mobileRings.invite(), "480 Temporarily Unavailable", "", "");
            desk.wire().reply(deskRings.invite(), "486 Busy Here", "", "");
            assertThat(dialled.join()).isEqualTo(new Dialled.Failed(HangupCause.USER_BUSY));
            hotline.awaitNothingLeft();
        }
    }
}
