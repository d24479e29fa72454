package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Signal;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.dialog.SessionTimes;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a caller can do inside a call, by raw messages. */
class InDialogTest {
    private static MediaEngine media;
    private static SipFront front;
    private static volatile Consumer<Call> taker = call -> {};

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final BlockingQueue<CallEnded> endings = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(22_600, 22_998));
        front = new SipFront(
                SipSettings.DEFAULT
                        .port(0)
                        .times(SipTimes.DEFAULT.sessions(
                                new SessionTimes(Duration.ofSeconds(4), Duration.ofSeconds(2)))),
                Accounts.NONE,
                media,
                Ladder.NONE,
                Clock.systemUTC());
        front.start(call -> taker.accept(call));
    }

    @AfterAll
    static void close() {
        front.close();
        media.close();
    }

    private void listen(Call call) {
        calls.add(call);
        call.answer();
        try {
            while (true) {
                signals.addAll(call.exchange(Frame.silence(8_000)).signals());
            }
        } catch (CallEnded end) {
            endings.add(end);
        }
    }

    /** A caller in the middle of a call. */
    private final class Caller implements AutoCloseable {
        private final Wire wire = new Wire(front.port());
        private final String callId = Tags.fresh();
        private String to = "<sip:4000@127.0.0.1>";
        private int cseq = 1;
        private String answer = "";

        String invite(String more, String body) {
            taker = InDialogTest.this::listen;
            String type = body.isEmpty() ? "" : "Content-Type: application/sdp\n";
            answer = ask("INVITE", more + type, body);
            Wire.header(answer, "To").ifPresent(tagged -> to = tagged);
            return answer;
        }

        Caller connected() {
            assertThat(Wire.status(invite("", wire.offer()))).isEqualTo(200);
            ack("");
            return this;
        }

        void ack(String body) {
            String type = body.isEmpty() ? "" : "Content-Type: application/sdp\n";
            send("ACK", cseq, type, body);
        }

        String ask(String method, String more, String body) {
            cseq++;
            send(method, cseq, more, body);
            return wire.next("SIP/2\\.0 [2-6]\\d\\d .*");
        }

        void send(String method, int number, String more, String body) {
            wire.send(wire.request(
                    method, "sip:hotline@127.0.0.1", to, "<sip:100@caller>;tag=7", callId, number, more, body));
        }

        String reoffer(String direction) {
            String ok = ask("INVITE", "Content-Type: application/sdp\n", wire.offer(direction));
            ack("");
            return ok;
        }

        /** Answers a request of the server with 200. */
        void ok(String request) {
            wire.reply(request, "200 OK", "", "");
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    private Signal signal() throws InterruptedException {
        Signal signal = signals.poll(3, TimeUnit.SECONDS);
        assertThat(signal).isNotNull();
        return signal;
    }

    private CallEnded ending(int seconds) throws InterruptedException {
        CallEnded end = endings.poll(seconds, TimeUnit.SECONDS);
        assertThat(end).isNotNull();
        return end;
    }

    @Test
    void holdAndResumeInEachWayOfSayingIt() throws InterruptedException {
        try (Caller caller = new Caller().connected()) {
            assertThat(caller.answer).contains("a=sendrecv");
            assertThat(caller.reoffer("sendonly")).contains("a=recvonly");
            assertThat(signal()).isInstanceOf(Signal.Hold.class);
            assertThat(caller.reoffer("sendrecv")).contains("a=sendrecv");
            assertThat(signal()).isInstanceOf(Signal.Resume.class);
            assertThat(caller.reoffer("inactive")).contains("a=inactive");
            assertThat(signal()).isInstanceOf(Signal.Hold.class);
            String old = caller.wire.offer("sendrecv").replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0");
            String ok = caller.ask("UPDATE", "Content-Type: application/sdp\n", old);
            assertThat(Wire.status(ok)).as("UPDATE").isEqualTo(200);
            assertThat(ok).contains("a=recvonly");
            assertThat(caller.reoffer("sendrecv")).contains("a=sendrecv");
            assertThat(signal()).isInstanceOf(Signal.Resume.class);
            caller.ask("BYE", "", "");
        }
    }

    @Test
    void theSessionsNumberStaysAndItsVersionRisesOnlyWithAChange() {
        try (Caller caller = new Caller().connected()) {
            String first = origin(caller.answer);
            assertThat(origin(caller.reoffer("sendrecv"))).isEqualTo(first);
            String held = origin(caller.reoffer("sendonly"));
            assertThat(held.split(" ", -1)[1]).isEqualTo(first.split(" ", -1)[1]);
            assertThat(held.split(" ", -1)[2]).isEqualTo("1");
            caller.ask("BYE", "", "");
        }
    }

    private static String origin(String message) {
        return message.lines().filter(line -> line.startsWith("o=")).findFirst().orElseThrow();
    }

    @Test
    void anOfferThatCannotBeMetLeavesTheSessionAsItWas() {
        try (Caller caller = new Caller().connected()) {
            String type = "Content-Type: application/sdp\n";
            String video = caller.wire.offer().replace("m=audio 30002 RTP/AVP 0 8 101", "m=video 30002 RTP/AVP 31");
            assertThat(Wire.status(caller.ask("INVITE", type, video))).isEqualTo(488);
            caller.ack("");
            assertThat(Wire.status(caller.ask("UPDATE", type, "not a description")))
                    .isEqualTo(400);
            assertThat(Wire.status(caller.ask("INVITE", "Content-Type: text/plain\n", "hello")))
                    .isEqualTo(415);
            caller.ack("");
            assertThat(Wire.status(caller.ask("UPDATE", "", ""))).isEqualTo(200);
            assertThat(Wire.status(caller.ask("BYE", "", ""))).isEqualTo(200);
        }
    }

    @Test
    void aLateOfferIsMadeInTheAnswerAndAnsweredInTheAck() throws InterruptedException {
        try (Caller caller = new Caller()) {
            String ok = caller.invite("", "");
            assertThat(ok).contains("m=audio").contains("RTP/AVP 0 8 101");
            caller.ack(caller.wire.offer("sendonly"));
            assertThat(signal()).isInstanceOf(Signal.Hold.class);
            caller.ask("BYE", "Reason: Q.850;cause=17\n", "");
            assertThat(ending(3).cause()).isEqualTo(HangupCause.USER_BUSY);
        }
    }

    @Test
    void aLateOfferNobodyAnswersEndsTheCall() throws InterruptedException {
        try (Caller caller = new Caller()) {
            caller.invite("", "");
            caller.ack("");
            String bye = caller.wire.next("BYE .*");
            assertThat(Wire.header(bye, "Reason").orElseThrow()).contains("cause=88");
            assertThat(ending(3).by()).isEqualTo(CallEnded.By.US);
        }
    }

    @Test
    void keysByInfo() throws InterruptedException {
        try (Caller caller = new Caller().connected()) {
            caller.ack(""); // a second ACK, as after a retransmitted 200, does no harm
            String relay = "Content-Type: application/dtmf-relay\n";
            assertThat(Wire.status(caller.ask("INFO", relay, "Signal=5\nDuration=160\n")))
                    .isEqualTo(200);
            assertThat(signal()).isEqualTo(new Signal.Key('5', Duration.ofMillis(160)));
            assertThat(Wire.status(caller.ask("INFO", "Content-Type: application/dtmf\n", "11")))
                    .isEqualTo(200);
            assertThat(signal()).isEqualTo(new Signal.Key('#', Duration.ofMillis(100)));
            assertThat(Wire.status(caller.ask("INFO", relay, "Signal=x\n"))).isEqualTo(400);
            assertThat(Wire.status(caller.ask("INFO", "Content-Type: text/plain\n", "5")))
                    .isEqualTo(415);
            assertThat(Wire.status(caller.ask("INFO", "", ""))).isEqualTo(200);
            caller.ask("BYE", "", "");
        }
    }

    @Test
    void aStrangerMayNotTransfer() {
        try (Caller caller = new Caller().connected()) {
            assertThat(Wire.status(caller.ask("REFER", "Refer-To: <sip:premium@elsewhere>\n", "")))
                    .isEqualTo(403);
            caller.ask("BYE", "", "");
        }
    }

    @Test
    void numbersOutOfOrderStrayRequestsAndStrangeRequirements() {
        try (Caller caller = new Caller().connected()) {
            caller.send("UPDATE", 1, "", "");
            assertThat(Wire.status(caller.wire.answer())).as("a lower CSeq").isEqualTo(500);
            assertThat(Wire.status(caller.ask("INVITE", "Require: 100rel\n", "")))
                    .isEqualTo(420);
            caller.ack("");
            assertThat(Wire.status(caller.ask("BYE", "", ""))).isEqualTo(200);
            assertThat(Wire.status(caller.ask("BYE", "", "")))
                    .as("a BYE after all")
                    .isEqualTo(481);
        }
        try (Caller caller = new Caller()) {
            String refused = caller.invite("Require: 100rel\n", caller.wire.offer());
            assertThat(Wire.status(refused)).isEqualTo(420);
            assertThat(Wire.header(refused, "Unsupported")).contains("100rel");
        }
    }

    @Test
    void aSecondCopyOfAnInviteByAnotherWayIsALoop() {
        try (Caller caller = new Caller()) {
            taker = call -> {
                calls.add(call);
                await().until(call::isOver);
            };
            String type = "Content-Type: application/sdp\n";
            caller.send("INVITE", 5, type, caller.wire.offer());
            await().until(() -> !calls.isEmpty());
            caller.send("INVITE", 5, type, caller.wire.offer());
            assertThat(Wire.status(caller.wire.answer())).isEqualTo(482);
            calls.forEach(call -> call.hangUp(HangupCause.USER_BUSY));
            assertThat(Wire.status(caller.wire.answer())).isEqualTo(486);
        }
    }

    @Test
    void cancelAfterTheAnswerChangesNothing() {
        try (Caller caller = new Caller()) {
            taker = this::listen;
            String invite = caller.wire.request(
                    "INVITE",
                    "sip:4000@127.0.0.1",
                    caller.to,
                    "<sip:100@caller>;tag=7",
                    caller.callId,
                    1,
                    "Content-Type: application/sdp\n",
                    caller.wire.offer());
            caller.wire.send(invite);
            String ok = caller.wire.answer();
            assertThat(Wire.status(ok)).isEqualTo(200);
            String head = invite.substring(0, invite.indexOf("Content-Type"));
            caller.wire.send(head.replace("INVITE", "CANCEL") + "Content-Length: 0\n\n");
            String cancelled = caller.wire.next("SIP/2\\.0 .*");
            while (!Wire.header(cancelled, "CSeq").orElseThrow().endsWith("CANCEL")) {
                cancelled = caller.wire.next("SIP/2\\.0 .*");
            }
            assertThat(Wire.status(cancelled)).isIn(200, 481);
            caller.to = Wire.header(ok, "To").orElseThrow();
            caller.ack("");
            assertThat(Wire.status(caller.ask("BYE", "", "")))
                    .as("the call was still up")
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionTooBriefIsRefusedAndOneNobodyRefreshesEnds() throws InterruptedException {
        try (Caller caller = new Caller()) {
            String timer = "Supported: timer\n";
            String brief = caller.invite(timer + "Session-Expires: 1\n", caller.wire.offer());
            assertThat(Wire.status(brief)).isEqualTo(422);
            assertThat(Wire.header(brief, "Min-SE")).contains("2");
        }
        try (Caller caller = new Caller()) {
            String ok = caller.invite("Supported: timer\nSession-Expires: 3;refresher=uac\n", caller.wire.offer());
            assertThat(Wire.header(ok, "Session-Expires")).contains("3;refresher=uac");
            assertThat(Wire.header(ok, "Require")).contains("timer");
            caller.ack("");
            String bye = caller.wire.next("BYE .*");
            assertThat(Wire.header(bye, "Reason").orElseThrow()).contains("cause=102");
            assertThat(ending(3).by()).isEqualTo(CallEnded.By.SIGNALLING_LOST);
        }
    }

    @Test
    void weRefreshASessionWhoseCallerKnowsNoTimersAndEndItWithoutAnAnswer() throws InterruptedException {
        try (Caller caller = new Caller().connected()) {
            assertThat(Wire.header(caller.answer, "Session-Expires")).contains("4;refresher=uas");
            caller.ok(caller.wire.next("UPDATE .*"));
            String second = caller.wire.next("UPDATE .*");
            assertThat(endings).isEmpty();
            caller.wire.reply(second, "481 Gone", "", "");
            caller.wire.next("BYE .*");
            assertThat(ending(3).by()).isEqualTo(CallEnded.By.SIGNALLING_LOST);
        }
    }

    @Test
    void aPhoneThatAsksForALongerSessionIsAskedAgain() {
        try (Wire phone = new Wire(front.port())) {
            Thread.ofVirtual().start(() -> {
                String first = phone.next("INVITE .*");
                phone.reply(first, "422 Session Interval Too Small", "Min-SE: 90\n", "");
                String again = phone.next("INVITE .*");
                assertThat(Wire.header(again, "Session-Expires").orElseThrow()).startsWith("90");
                phone.reply(again, "200 OK", "Session-Expires: 90;refresher=uac\n", phone.offer());
            });
            Dialled dialled = front.dial(
                    new Destination("sip:x@127.0.0.1:" + phone.port(), PhoneNumber.WITHHELD, ""),
                    Duration.ofSeconds(8));
            assertThat(dialled).isInstanceOf(Dialled.Answered.class);
            ((Dialled.Answered) dialled).call().hangUp(HangupCause.NORMAL_CLEARING);
            assertThat(phone.next("BYE .*")).contains("cause=16");
        }
    }
}
