package org.hotline.call.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Tone;
import org.hotline.call.Call;
import org.hotline.call.CallFront;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is Asterisk's own: results as variables, both rates, comfort noise, the limit of calls. */
class AsteriskFrontTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(24_020, 24_022));
    private volatile Consumer<Call> taker = call -> {};
    private final AsteriskFront front = new AsteriskFront(
            new AsteriskSettings(
                    InetAddress.ofLiteral("127.0.0.1"),
                    0,
                    0,
                    List.of(Network.of("127.0.0.1")),
                    2,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    Map.of("complaint", 5),
                    Set.of("PJSIP/trunk")),
            media,
            what -> what.way() != HandBack.Way.NUMBER,
            Optional.empty(),
            Ladder.NONE,
            Clock.systemUTC());

    AsteriskFrontTest() {
        front.start(call -> taker.accept(call));
    }

    @AfterEach
    void close() {
        front.close();
        media.close();
    }

    private WireAsterisk call() {
        return new WireAsterisk(front.agiPort(), front.audioPort(), "5550100", "4000");
    }

    private static Map<String, String> result(WireAsterisk call) {
        return call.result().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void aCallGivenBackGoesOnWithWhatTheCallerTold() {
        taker = call -> {
            call.answer();
            call.exchange(Frame.silence(8_000));
            assertThat(call.handBack(new HandBack(HandBack.Way.NUMBER, "900", Optional.empty(), Map.of())))
                    .as("this one is ours")
                    .isFalse();
            assertThat(call.handBack(new HandBack(
                            HandBack.Way.QUEUE,
                            "english",
                            Optional.of("complaint"),
                            Map.of("order-number", "12345678", "words", "a\"b${EVIL}\nc"))))
                    .isTrue();
        };
        Map<String, String> variables = result(call());
        assertThat(variables)
                .containsEntry("IVR_RESULT", "queue")
                .containsEntry("IVR_TARGET", "english")
                .containsEntry("IVR_ISSUE", "complaint")
                .containsEntry("IVR_PRIORITY", "5")
                .containsEntry("IVR_SLOT_ORDER_NUMBER", "12345678")
                .containsEntry("IVR_SLOT_WORDS", "abEVILc")
                .containsKey("IVR_TRANSCRIPT");
    }

    @Test
    void anAgentsChannelIsItsAccountByAsterisksWord() {
        CompletableFuture<Optional<String>> account = new CompletableFuture<>();
        taker = call -> account.complete(call.account());
        call();
        assertThat(account.orTimeout(20, TimeUnit.SECONDS).join()).contains("asterisk:PJSIP/trunk");
    }

    @Test
    void withoutAWayToAsteriskNobodyCanBeRung() {
        assertThat(front.dial(new CallFront.Destination("PJSIP/1001", PhoneNumber.WITHHELD, ""), LONG))
                .isEqualTo(new CallFront.Dialled.Failed(HangupCause.DESTINATION_OUT_OF_ORDER));
    }

    @Test
    void whatIsServedIsHungUpAndWhatFailedIsForTheOperator() {
        taker = Call::answer;
        assertThat(result(call())).containsEntry("IVR_RESULT", "hangup");
        taker = call -> {
            call.answer();
            throw new IllegalStateException("a fault of ours");
        };
        assertThat(result(call())).containsEntry("IVR_RESULT", "operator");
    }

    @Test
    void aRefusedCallSaysWhyAndMoreThanTheLimitAreRefused() {
        taker = call -> call.hangUp(HangupCause.UNALLOCATED_NUMBER);
        assertThat(result(call())).containsEntry("IVR_OK", "0").containsEntry("IVR_CAUSE", "1");
        taker = AsteriskFrontTest::talk;
        List<WireAsterisk> calls = List.of(call(), call());
        calls.forEach(call -> assertThat(
                        call.answered().orTimeout(20, TimeUnit.SECONDS).join())
                .isTrue());
        assertThat(result(call())).containsEntry("IVR_OK", "0").containsEntry("IVR_CAUSE", "42");
    }

    private static void talk(Call call) {
        call.answer();
        while (true) {
            call.exchange(Frame.silence(8_000));
        }
    }

    @Test
    void whileNothingIsSaidComfortNoiseGoesOn() {
        taker = AsteriskFrontTest::talk;
        WireAsterisk call = call();
        await().atMost(LONG).until(() -> call.heard().size() > 50);
        assertThat(call.heard()).allSatisfy(frame -> {
            assertThat(frame.rate()).isEqualTo(8_000);
            assertThat(frame.rms()).isBetween(1.0, 100.0);
        });
    }

    @Test
    void anAsteriskWithSlin16IsHeardAndAnsweredInIt() {
        List<Frame> heard = new CopyOnWriteArrayList<>();
        taker = call -> {
            call.answer();
            for (Frame say : Tone.sine(440, 8_000, Duration.ofSeconds(3), 8_000).frames()) {
                heard.add(call.exchange(say).heard());
            }
            talk(call);
        };
        WireAsterisk call = call();
        Tone.sine(1_000, 8_000, Duration.ofSeconds(3), 16_000)
                .frames()
                .forEach(frame -> call.sends(WireAsterisk.sound(frame)));
        await().atMost(LONG)
                .until(() -> call.heard().stream()
                                .filter(frame -> frame.rate() == 16_000 && isTone(frame, 440))
                                .count()
                        > 20);
        await().atMost(LONG)
                .until(() ->
                        heard.stream().filter(frame -> isTone(frame, 1_000)).count() > 20);
        assertThat(heard).allSatisfy(frame -> assertThat(frame.rate()).isEqualTo(8_000));
    }

    private static boolean isTone(Frame frame, double hertz) {
        return frame.rms() > 1_000
                && Goertzel.amplitude(frame.samples(), hertz, frame.rate()) > 0.6 * Math.sqrt(2) * frame.rms();
    }

    @Test
    void networksHoldTheirAddresses() {
        assertThat(Network.of("10.1.0.0/16").holds(InetAddress.ofLiteral("10.1.255.3")))
                .isTrue();
        assertThat(Network.of("10.1.0.0/16").holds(InetAddress.ofLiteral("10.2.0.1")))
                .isFalse();
        assertThat(Network.of("192.0.2.128/25").holds(InetAddress.ofLiteral("192.0.2.127")))
                .isFalse();
        assertThat(Network.of("192.0.2.7").holds(InetAddress.ofLiteral("192.0.2.7")))
                .isTrue();
        assertThat(Network.of("fd00::/8").holds(InetAddress.ofLiteral("fd12::1")))
                .isTrue();
        assertThat(Network.of("0.0.0.0/0").holds(InetAddress.ofLiteral("::1"))).isFalse();
        assertThatThrownBy(() -> Network.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.of("10.0.0.0/x")).hasMessageContaining("10.0.0.0/8");
    }

    @Test
    void aPortInUseIsNamed() {
        AsteriskFront second = new AsteriskFront(
                AsteriskSettings.DEFAULT.ports(0, front.audioPort()),
                media,
                what -> true,
                Optional.empty(),
                Ladder.NONE,
                Clock.systemUTC());
        assertThatThrownBy(() -> second.start(call -> {}))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("asterisk.audio-port");
    }
}
