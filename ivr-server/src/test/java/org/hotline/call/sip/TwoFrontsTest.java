package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One front calls another over loopback: every verb of the call port from both ends. */
class TwoFrontsTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final CallId PLACED_FOR = new CallId("placedforthis");
    /** On a busy machine nothing is sent twice. */
    private static final SipSettings PATIENT = SipSettings.DEFAULT.port(0).times(SipTimes.DEFAULT.t1(LONG));

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(21_000, 21_998));
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SipFront caller = front(PATIENT, into(said));
    private final SipFront callee = front(PATIENT, into(heard));
    private volatile Consumer<Call> taker = call -> {};

    private final BlockingQueue<CallEnded> endings = new LinkedBlockingQueue<>();

    private SipFront front(SipSettings settings, Ladder told) {
        return new SipFront(settings, Accounts.NONE, media, told, Clock.systemUTC());
    }

    private static Ladder into(List<String> lines) {
        return (call, word) -> {
            if (!word.summary().startsWith("100 ")) { // only sent if the answer takes a fifth of a second
                lines.add((word.sent() ? "> " : "< ") + word.summary());
            }
        };
    }

    @BeforeEach
    void open() {
        caller.start(call -> {});
        callee.start(call -> taker.accept(call));
    }

    @AfterEach
    void close() {
        caller.close();
        callee.close();
        media.close();
    }

    private void echo(Call call) {
        call.ring();
        call.answer();
        Frame say = Frame.silence(call.rate());
        try {
            while (true) {
                say = call.exchange(say).heard();
            }
        } catch (CallEnded end) {
            endings.add(end);
        }
    }

    private Dialled dial(String target) {
        return ScopedValue.where(CallId.CURRENT, PLACED_FOR)
                .call(() -> caller.dial(new Destination(target, new PhoneNumber("100"), "Ann"), LONG));
    }

    @Test
    void aCallIsAnsweredHeardAndHungUpByTheCaller() throws InterruptedException {
        taker = this::echo;
        for (String transport : List.of("udp", "tcp")) {
            for (String host : List.of("127.0.0.1", "[::1]")) {
                Dialled dialled = dial("sip:4000@" + host + ":" + callee.port() + ";transport=" + transport);
                assertThat(dialled).as(host + " " + transport).isInstanceOf(Dialled.Answered.class);
                Call call = ((Dialled.Answered) dialled).call();
                for (int i = 0; i < 5; i++) {
                    assertThat(call.exchange(Frame.silence(8_000)).heard().rate())
                            .isEqualTo(8_000);
                }
                call.hangUp(HangupCause.NORMAL_CLEARING);
                CallEnded end = endings.poll(5, TimeUnit.SECONDS);
                assertThat(end).isNotNull();
                assertThat(end.by()).isEqualTo(CallEnded.By.FAR_SIDE);
                assertThat(end.cause()).isEqualTo(HangupCause.NORMAL_CLEARING);
            }
        }
    }

    @Test
    void aCallIsHungUpByTheCalleeWithItsReason() {
        CompletableFuture<Call> taken = new CompletableFuture<>();
        taker = call -> {
            call.answer();
            taken.complete(call);
            call.exchange(Frame.silence(8_000));
            call.hangUp(HangupCause.DESTINATION_OUT_OF_ORDER);
        };
        Call call = ((Dialled.Answered) dial("sip:4000@127.0.0.1:" + callee.port())).call();
        await().atMost(LONG).until(call::isOver);
        assertThat(taken.join().calling()).isEqualTo(new PhoneNumber("100"));
        assertThat(taken.join().dialled()).isEqualTo(new PhoneNumber("4000"));
    }

    @Test
    void theLadderHasEachMessageOnceAndBeforeItsAnswer() {
        taker = call -> {
            call.answer();
            call.hangUp(HangupCause.NORMAL_CLEARING);
        };
        for (String transport : List.of("udp", "tcp")) {
            said.clear();
            heard.clear();
            dial("sip:4000@127.0.0.1:" + callee.port() + ";transport=" + transport);
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(heard)
                        .as("callee by " + transport)
                        .containsExactly("< INVITE", "> 200 OK (INVITE)", "< ACK", "> BYE", "< 200 OK (BYE)");
                assertThat(said)
                        .as("caller by " + transport)
                        .containsExactly("> INVITE", "< 200 OK (INVITE)", "> ACK", "< BYE", "> 200 OK (BYE)");
            });
        }
    }

    @Test
    void aRefusedCallSaysWhy() {
        taker = call -> call.hangUp(HangupCause.USER_BUSY);
        assertThat(dial("sip:4000@127.0.0.1:" + callee.port())).isEqualTo(new Dialled.Failed(HangupCause.USER_BUSY));
    }

    @Test
    void aCallNobodyAnswersIsCancelled() {
        CompletableFuture<CallEnded> end = new CompletableFuture<>();
        taker = call -> {
            call.ring();
            try {
                while (true) {
                    call.exchange(Frame.silence(8_000));
                }
            } catch (CallEnded ended) {
                end.complete(ended);
            }
        };
        Dialled dialled = caller.dial(
                new Destination("sip:4000@127.0.0.1:" + callee.port(), new PhoneNumber("100"), ""),
                Duration.ofMillis(300));
        assertThat(dialled).isEqualTo(new Dialled.Failed(HangupCause.NO_ANSWER));
        assertThat(end.orTimeout(5, TimeUnit.SECONDS).join().by()).isEqualTo(CallEnded.By.FAR_SIDE);
        assertThat(heard).contains("< CANCEL", "> 200 OK (CANCEL)", "> 487 Request Terminated (INVITE)");
    }

    @Test
    void aTakerThatLeavesTheCallRefusesItAndOneThatThrowsToo() {
        taker = call -> {
            if (call.dialled().text().equals("1")) {
                throw new IllegalStateException("a fault of ours");
            }
        };
        String host = "@127.0.0.1:" + callee.port();
        assertThat(dial("sip:0" + host)).isEqualTo(new Dialled.Failed(HangupCause.TEMPORARY_FAILURE));
        assertThat(dial("sip:1" + host)).isEqualTo(new Dialled.Failed(HangupCause.TEMPORARY_FAILURE));
    }

    @Test
    void aFullHouseRefuses() {
        SipFront small = front(SipSettings.DEFAULT.port(0).callLimit(1), Ladder.NONE);
        small.start(this::echo);
        String target = "sip:4000@127.0.0.1:" + small.port();
        assertThat(dial(target)).isInstanceOf(Dialled.Answered.class);
        assertThat(dial(target)).isEqualTo(new Dialled.Failed(HangupCause.SWITCHING_EQUIPMENT_CONGESTION));
        small.close();
    }

    @Test
    void aPortInUseIsNamed() {
        SipFront second = front(
                SipSettings.DEFAULT
                        .addresses(InetAddress.ofLiteral("127.0.0.1"))
                        .port(callee.port()),
                Ladder.NONE);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> second.start(call -> {})))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("udp 127.0.0.1:" + callee.port())
                .hasMessageContaining("sip.port");
    }
}
