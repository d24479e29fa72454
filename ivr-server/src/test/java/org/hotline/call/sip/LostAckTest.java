package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
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

    /**
     * The ACK is there before the stack has begun to count how often it repeats the answer, because whoever sends it is held
     * up just after sending.
     */
    @Test
    void anAckThatIsFasterThanItsAnswersSenderStopsTheAnswer() {
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Set<Thread> senders = ConcurrentHashMap.newKeySet();
        Ladder ladder = (call, word) -> {
            if (word.summary().equals("200 OK (INVITE)")) {
                senders.add(Thread.currentThread());
            } else if (word.summary().equals("ACK")) {
                came.countDown();
            }
        };
        try (TestFront hotline = new TestFront(
                        23_200, settings -> settings.times(SipTimes.DEFAULT.t1(Duration.ofMillis(40))), ladder);
                Wire caller = new Wire(hotline.port())) {
            hotline.front().onAnswer(status -> {
                if (senders.remove(Thread.currentThread())) {
                    awaitIt(done);
                }
            });
            caller.send(invite(caller));
            String to = Wire.header(caller.answer(), "To").orElseThrow();
            caller.send(request(caller, "ACK", to, "", ""));
            awaitIt(came);
            caller.send(caller.request(
                    "OPTIONS", "sip:127.0.0.1", "<sip:127.0.0.1>", "<sip:100@caller>;tag=8", "later", 1, "", ""));
            assertThat(caller.answer()).as("what came after the ACK is done").contains("OPTIONS");
            done.countDown();
            assertThat(caller.receive(Duration.ofSeconds(1)))
                    .as("the answer is not repeated")
                    .isEmpty();
            caller.send(
                    caller.request("BYE", "sip:4000@127.0.0.1", to, "<sip:100@caller>;tag=7", "lost-ack", 2, "", ""));
            assertThat(Wire.status(caller.answer())).isEqualTo(200);
            assertThat(hotline.ending().by()).isEqualTo(CallEnded.By.FAR_SIDE);
        }
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestFront.LONG.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
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
