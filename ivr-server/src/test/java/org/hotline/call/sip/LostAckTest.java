package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.junit.jupiter.api.Test;

/** A 2xx whose ACK is lost or late (RFC 3261 sections 13.3.1.4 and 15). */
class LostAckTest {
    private static String invite(Wire caller) {
        return request(caller, "INVITE", "<sip:4000@127.0.0.1>", "Content-Type: application/sdp\n", caller.offer());
    }

    private static String request(Wire caller, String method, String to, String more, String body) {
        return caller.request(method, "sip:4000@127.0.0.1", to, "<sip:100@caller>;tag=7", "lost-ack", 1, more, body);
    }

    /** The BYE must wait for the ACK, and closing must wait for the BYE. */
    @Test
    void aFrontThatClosesBeforeTheAckStillSaysGoodbye() {
        try (TestFront hotline = new TestFront(23_200, settings -> settings);
                Wire caller = new Wire(hotline.port())) {
            caller.send(invite(caller));
            String ok = caller.answer();
            Thread closing = Thread.startVirtualThread(hotline.front()::close);
            assertThat(hotline.ending().by()).isEqualTo(CallEnded.By.US);
            caller.send(request(caller, "ACK", Wire.header(ok, "To").orElseThrow(), "", ""));
            caller.reply(caller.next("BYE .*"), "200 OK", "", "");
            assertThat(closing).satisfies(thread -> thread.join(TestFront.LONG));
        }
    }

    /** With a T1 of 40 ms: 64 times T1 is 2.6 s. */
    @Test
    void theAnswerIsRepeatedThenTheCallEndsAndItsPortsAreFree() {
        try (TestFront hotline =
                        new TestFront(23_200, settings -> settings.times(SipTimes.DEFAULT.t1(Duration.ofMillis(40))));
                Wire caller = new Wire(hotline.port())) {
            caller.send(invite(caller));
            String first = caller.answer();
            assertThat(Wire.status(first)).isEqualTo(200);
            int repeated = 0;
            Optional<String> next = caller.receive(TestFront.LONG);
            while (next.filter(message -> message.startsWith("SIP/2.0 200")).isPresent()) {
                assertThat(next.get()).as("the same answer").isEqualTo(first);
                repeated++;
                next = caller.receive(TestFront.LONG);
            }
            // T1, 2 T1, 4 T1, then every T2: ten at the most, fewer on a loaded machine.
            assertThat(repeated).isBetween(3, 11);
            String bye = next.orElseThrow();
            assertThat(bye).startsWith("BYE ").contains("cause=102");
            caller.reply(bye, "200 OK", "", "");
            CallEnded end = hotline.ending();
            assertThat(end.by()).isEqualTo(CallEnded.By.SIGNALLING_LOST);
            assertThat(end.cause()).isEqualTo(HangupCause.RECOVERY_ON_TIMER_EXPIRY);
            hotline.awaitNothingLeft();
        }
    }
}
