package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.dialog.SessionTimes;
import org.junit.jupiter.api.Test;

/**
 * Both sides offer in mid-air (RFC 3261 sections 14.1 and 14.2): each refuses the other with 491 and tries again later,
 * the one whose Call-ID it is after 2.1 to 4 s. Ours is the refresh of a session of 4 s with a phone that has no UPDATE.
 */
class GlareTest {
    private static final Duration OWNERS_LEAST = Duration.ofMillis(2_100);

    @Test
    void twoOffersInMidAirAreBothRefusedAndOursIsMadeAgain() {
        SipTimes brisk = SipTimes.DEFAULT.sessions(new SessionTimes(Duration.ofSeconds(4), Duration.ofSeconds(2)));
        try (TestFront hotline = new TestFront(25_600, settings -> settings.times(brisk));
                Wire wire = new Wire(hotline.port())) {
            CompletableFuture<Dialled> dialled = hotline.dials("sip:x@127.0.0.1:" + wire.port());
            RungPhone phone = new RungPhone(wire);
            wire.reply(phone.invite(), "200 OK", "Session-Expires: 4;refresher=uac\n", wire.offer());
            Call call = hotline.answered(dialled);
            wire.reply(wire.next("UPDATE .*"), "405 Method Not Allowed", "", "");
            String ours = wire.next("INVITE .*");
            String theirs = phone.ask("INVITE", "Content-Type: application/sdp\n", wire.offer("sendonly"));
            assertThat(Wire.status(theirs)).isEqualTo(491);
            phone.send("ACK", 11, "", "");
            long refused = System.nanoTime();
            wire.reply(ours, "491 Request Pending", "", "");
            wire.next("ACK .*");
            String again = wire.next("INVITE .*");
            assertThat(Duration.ofNanos(System.nanoTime() - refused)).isGreaterThanOrEqualTo(OWNERS_LEAST);
            assertThat(number(again)).isGreaterThan(number(ours));
            wire.reply(again, "200 OK", "Session-Expires: 4;refresher=uac\n", wire.offer());
            wire.next("ACK .*");
            String later = phone.ask("INVITE", "Content-Type: application/sdp\n", wire.offer("sendonly"));
            assertThat(Wire.status(later)).as("their second try").isEqualTo(200);
            phone.send("ACK", 12, "", "");
            assertThat(call.isOver()).isFalse();
            call.hangUp(HangupCause.NORMAL_CLEARING);
            wire.reply(wire.next("BYE .*"), "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    private static int number(String request) {
        return Integer.parseInt(Wire.header(request, "CSeq").orElseThrow().split(" ", -1)[0]);
    }
}
