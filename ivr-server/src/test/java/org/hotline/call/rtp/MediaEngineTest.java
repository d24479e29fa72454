package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two legs that talk to each other over loopback. */
class MediaEngineTest {
    /** The nearest level to 4000 that mu-law has is 4092. */
    private static final int AS_HEARD = 4100;

    private static final RtpSettings SETTINGS = RtpSettings.DEFAULT.ports(17_000, 17_998);
    private final MediaEngine engine = new MediaEngine(SETTINGS);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatOneSaysTheOtherHears() throws Exception {
        RtpLeg one = open("127.0.0.1");
        RtpLeg other = open("127.0.0.1");
        join(one, other);
        assertThat(levels(talk(one, other, 50))).contains(AS_HEARD);
    }

    @Test
    void ipv6LegsTalk() throws Exception {
        RtpLeg one = open("::1");
        RtpLeg other = open("::1");
        join(one, other);
        assertThat(levels(talk(one, other, 50))).contains(AS_HEARD);
    }

    @Test
    void aLegRefusesToSendToTheOtherFamily() throws Exception {
        RtpLeg four = open("127.0.0.1");
        RtpLeg six = open("::1");
        assertThatThrownBy(() -> four.connect(MediaFormat.of(six.local(), Codec.PCMU)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysArriveOnceEach() throws Exception {
        RtpLeg one = open("127.0.0.1");
        RtpLeg other = open("127.0.0.1");
        join(one, other);
        for (char key : "1590*#".toCharArray()) {
            one.press(key, Duration.ofMillis(80));
        }
        List<Character> heard = new ArrayList<>();
        for (Tick tick : talk(one, other, 80)) {
            for (Signal signal : tick.signals()) {
                if (signal instanceof Signal.Key key) {
                    heard.add(key.digit());
                    assertThat(key.length()).isEqualTo(Duration.ofMillis(80));
                }
            }
        }
        assertThat(heard).containsExactly('1', '5', '9', '0', '*', '#');
    }

    @Test
    void aKeySentAsEventAndByInfoIsOne() throws Exception {
        RtpLeg one = open("127.0.0.1");
        RtpLeg other = open("127.0.0.1");
        join(one, other);
        one.press('5', Duration.ofMillis(80));
        other.post(new Signal.Key('5', Duration.ofMillis(160)));
        one.press('6', Duration.ofMillis(80));
        assertThat(talk(one, other, 40).stream().flatMap(tick -> tick.signals().stream()))
                .extracting(signal -> ((Signal.Key) signal).digit())
                .containsExactly('5', '6');
    }

    @Test
    void silenceTicksWhenNothingArrives() throws Exception {
        RtpLeg leg = open("127.0.0.1");
        for (int i = 0; i < 5; i++) {
            assertThat(leg.exchange(tone()).heard()).isEqualTo(Frame.silence(8000));
        }
    }

    @Test
    void endWakesTheCallAndEveryLaterExchangeThrowsTheSame() throws Exception {
        RtpLeg leg = open("127.0.0.1");
        CallEnded why = new CallEnded(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
        leg.exchange(tone());
        leg.end(why);
        leg.end(new CallEnded(CallEnded.By.US, HangupCause.USER_BUSY));
        assertThatThrownBy(() -> leg.exchange(tone())).isSameAs(why);
        assertThatThrownBy(() -> leg.exchange(tone())).isSameAs(why);
    }

    @Test
    void aSilentFarSideTimesOutUnlessHeld() throws Exception {
        MediaEngine impatient = new MediaEngine(SETTINGS.mediaTimeout(Duration.ofMillis(200)));
        try (impatient) {
            RtpLeg leg = impatient.open(InetAddress.getByName("127.0.0.1"));
            RtpLeg mute = impatient.open(InetAddress.getByName("127.0.0.1"));
            leg.connect(MediaFormat.of(mute.local(), Codec.PCMU));
            leg.hold(true);
            for (int i = 0; i < 20; i++) {
                leg.exchange(tone());
            }
            leg.hold(false);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            leg.exchange(tone());
                        }
                    })
                    .isInstanceOfSatisfying(
                            CallEnded.class, ended -> assertThat(ended.by()).isEqualTo(CallEnded.By.MEDIA_LOST));
        }
    }

    @Test
    void portsComeBackAndAFullRangeSaysSo() throws Exception {
        MediaEngine small = new MediaEngine(SETTINGS.ports(18_000, 18_004));
        try (small) {
            InetAddress here = InetAddress.getByName("127.0.0.1");
            for (int round = 0; round < 20; round++) {
                // A closed socket's port is free after the receiver's next look, half a millisecond later.
                List<RtpLeg> legs = List.of(eventually(small, here), eventually(small, here), eventually(small, here));
                assertThat(legs).extracting(leg -> leg.local().getPort() % 2).containsOnly(0);
                assertThatThrownBy(() -> small.open(here))
                        .isInstanceOf(BindException.class)
                        .hasMessageContaining("18000 to 18004");
                legs.forEach(RtpLeg::close);
                assertThat(small.health().legs()).isZero();
            }
        }
    }

    private static RtpLeg eventually(MediaEngine engine, InetAddress local) {
        return await().pollInterval(Duration.ofMillis(1))
                .ignoreExceptionsInstanceOf(BindException.class)
                .until(() -> engine.open(local), leg -> true);
    }

    private RtpLeg open(String address) throws IOException {
        return engine.open(InetAddress.getByName(address));
    }

    private static void join(RtpLeg one, RtpLeg other) {
        one.connect(MediaFormat.of(other.local(), Codec.PCMU));
        other.connect(MediaFormat.of(one.local(), Codec.PCMU));
    }

    /** Both exchange, each on a thread of its own; answers what {@code other} heard. */
    private static List<Tick> talk(RtpLeg one, RtpLeg other, int frames) {
        CompletableFuture<List<Tick>> ticks = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            for (int i = 0; i < frames; i++) {
                one.exchange(tone());
            }
        });
        Thread.startVirtualThread(() -> {
            List<Tick> heard = new ArrayList<>();
            for (int i = 0; i < frames; i++) {
                heard.add(other.exchange(Frame.silence(8000)));
            }
            ticks.complete(heard);
        });
        return ticks.join();
    }

    private static List<Integer> levels(List<Tick> ticks) {
        return ticks.stream()
                .map(tick -> (int) Math.round(tick.heard().rms() / 100) * 100)
                .toList();
    }

    /** A square wave of amplitude 4000, 100 Hz: its energy is its amplitude, and 20 ms hold it twice. */
    private static Frame tone() {
        short[] samples = new short[160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i / 40 % 2 == 0 ? 4000 : -4000);
        }
        return Frame.of(samples, 8000);
    }
}
