package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.dialog.Outcome;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CANCEL within 50 ms before and after the 200, hundreds of times (RFC 3261 section 9): no call is left over. */
class CancelSweepTest {
    private static final int CALLERS = 8;
    private static final int RUNS = 50;
    private static final int SWEEP_MILLIS = 50;

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(26_000, 26_998));
    private final SipFront callee = front();
    private final SipFront dialler = front();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private SipFront front() {
        return new SipFront(
                SipSettings.DEFAULT.port(0).messageRate(20_000), Accounts.NONE, media, Ladder.NONE, Clock.systemUTC());
    }

    @BeforeEach
    void open() {
        callee.start(this::answerSoon);
        dialler.start(call -> {});
    }

    @AfterEach
    void close() {
        dialler.close();
        callee.close();
        media.close();
    }

    /** Answers after 0 to 40 ms, which the line counts, and stays until the caller has gone. */
    private void answerSoon(Call call) {
        int wait = taken.getAndIncrement() % 3;
        Frame silence = Frame.silence(call.rate());
        try {
            for (int frame = 0; frame < wait; frame++) {
                call.exchange(silence);
            }
            call.answer();
            while (true) {
                call.exchange(silence);
            }
        } catch (CallEnded end) {
            ended.incrementAndGet();
        }
    }

    private void nothingIsLeft() {
        await().atMost(TestFront.LONG)
                .untilAsserted(() -> assertThat(List.of(
                                callee.health().calls(),
                                dialler.health().calls(),
                                media.health().legs(),
                                taken.get() - ended.get()))
                        .as("calls there, calls here, media legs, takers still at it")
                        .containsExactly(0, 0, 0, 0));
    }

    /** How a call that is cancelled about when it is answered may end. */
    private enum Outcome {
        CANCELLED,
        ANSWERED
    }

    @Test
    void aCallerCancels() {
        List<CompletableFuture<Map<Outcome, Integer>>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(caller);
            callers.add(CompletableFuture.supplyAsync(() -> cancelAgainAndAgain(random), Thread::startVirtualThread));
        }
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        callers.forEach(caller -> caller.join().forEach((outcome, times) -> all.merge(outcome, times, Integer::sum)));
        assertThat(all.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLERS * RUNS);
        assertThat(all).as("both sides of the race were run").containsOnlyKeys(Outcome.values());
        nothingIsLeft();
    }

    private Map<Outcome, Integer> cancelAgainAndAgain(Random random) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (Wire wire = new Wire(callee.port())) {
            for (int run = 0; run < RUNS; run++) {
                outcomes.merge(new Attempt(wire).cancelAfter(random.nextInt(SWEEP_MILLIS)), 1, Integer::sum);
            }
        }
        return outcomes;
    }

    /** One call that is cancelled. */
    private static final class Attempt {
        private final Wire wire;
        private final String callId = Tags.fresh();
        private final String from = "<sip:100@caller>;tag=" + Tags.fresh();
        private final String invite;
        private Optional<String> final2xx = Optional.empty();
        private final Set<Integer> invited = new HashSet<>();
        private final Set<Integer> cancelled = new HashSet<>();

        Attempt(Wire wire) {
            this.wire = wire;
            this.invite = wire.request(
                    "INVITE",
                    "sip:4000@127.0.0.1",
                    "<sip:4000@127.0.0.1>",
                    from,
                    callId,
                    1,
                    "Content-Type: application/sdp\n",
                    wire.offer());
        }

        Outcome cancelAfter(int millis) {
            wire.send(invite);
            long end = System.nanoTime() + millis * 1_000_000L;
            for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000L) {
                wire.receive(Duration.ofMillis(left)).ifPresent(this::take);
            }
            wire.send(invite.substring(0, invite.indexOf("Content-Type")).replace("INVITE", "CANCEL")
                    + "Content-Length: 0\n\n");
            long limit = System.nanoTime() + TestFront.LONG.toNanos();
            while ((invited.isEmpty() || cancelled.isEmpty()) && System.nanoTime() < limit) {
                wire.receive().ifPresent(this::take);
            }
            assertThat(invited).as("final answers to the INVITE").hasSize(1).isSubsetOf(200, 487);
            assertThat(cancelled).as("answers to the CANCEL").hasSize(1).isSubsetOf(200, 481);
            return final2xx.map(this::hangUp).orElse(Outcome.CANCELLED);
        }

        private void take(String message) {
            boolean ours = Wire.header(message, "Call-ID").orElse("").equals(callId);
            if (!ours || !message.startsWith("SIP/2.0") || Wire.status(message) < 200) {
                return;
            }
            if (Wire.header(message, "CSeq").orElseThrow().endsWith("CANCEL")) {
                cancelled.add(Wire.status(message));
                return;
            }
            invited.add(Wire.status(message));
            if (Wire.status(message) == 200) {
                final2xx = Optional.of(message);
            } else {
                String to = Wire.header(message, "To").orElseThrow();
                wire.send(invite.substring(0, invite.indexOf("Content-Type"))
                                .replace("INVITE", "ACK")
                                .replace("To: <sip:4000@127.0.0.1>", "To: " + to)
                        + "Content-Length: 0\n\n");
            }
        }

        private Outcome hangUp(String ok) {
            String to = Wire.header(ok, "To").orElseThrow();
            wire.send(wire.request("ACK", "sip:hotline@127.0.0.1", to, from, callId, 1, "", ""));
            wire.send(wire.request("BYE", "sip:hotline@127.0.0.1", to, from, callId, 2, "", ""));
            String answer = wire.next("SIP/2.0 .*");
            while (!Wire.header(answer, "CSeq").orElseThrow().endsWith("BYE")) {
                answer = wire.next("SIP/2.0 .*");
            }
            assertThat(Wire.status(answer)).as("the call was up").isEqualTo(200);
            return Outcome.ANSWERED;
        }
    }

    @Test
    void weGiveUp() {
        List<CompletableFuture<Integer>> diallers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(caller);
            diallers.add(CompletableFuture.supplyAsync(() -> dialAgainAndAgain(random), Thread::startVirtualThread));
        }
        int answered = diallers.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(answered).as("both sides of the race were run").isBetween(1, CALLERS * RUNS - 1);
        nothingIsLeft();
    }

    private int dialAgainAndAgain(Random random) {
        Destination destination = new Destination("sip:4000@127.0.0.1:" + callee.port(), PhoneNumber.WITHHELD, "");
        int answered = 0;
        for (int run = 0; run < RUNS; run++) {
            Duration patience = Duration.ofMillis(1 + random.nextInt(2 * SWEEP_MILLIS));
            switch (dialler.dial(destination, patience)) {
                case Dialled.Answered call -> {
                    answered++;
                    call.call().hangUp(HangupCause.NORMAL_CLEARING);
                }
                case Dialled.Failed failed -> assertThat(failed.cause()).isEqualTo(HangupCause.NO_ANSWER);
            }
        }
        return answered;
    }
}
