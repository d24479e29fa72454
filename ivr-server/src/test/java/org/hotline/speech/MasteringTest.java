package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.hotline.audio.Pcm;
import org.junit.jupiter.api.Test;

class MasteringTest {
    @Test
    void takesSilenceFromBothEnds() {
        Pcm padded = Pcm.concat(List.of(
                Pcm.silence(Duration.ofMillis(500), 8_000), tone(1_000), Pcm.silence(Duration.ofMillis(700), 8_000)));

        assertThat(Mastering.of(padded).duration()).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_045));
    }

    @Test
    void bringsQuietAndLoudToOneLoudness() {
        double quiet = Mastering.loudness(Mastering.of(tone(300)));
        double loud = Mastering.loudness(Mastering.of(tone(30_000)));

        assertThat(quiet).isCloseTo(loud, within(loud * 0.02));
        assertThat(loud).isBetween(3_000.0, 3_500.0);
    }

    @Test
    void neverClips() {
        short[] spiky = new short[8_000];
        spiky[4_000] = 32_000;
        for (int i = 0; i < spiky.length; i += 7) {
            spiky[i] = 400;
        }

        for (short sample : Mastering.of(Pcm.of(spiky, 8_000)).samples()) {
            assertThat((int) sample).isBetween(-30_001, 30_001);
        }
    }

    @Test
    void silenceBecomesNothing() {
        assertThat(Mastering.of(Pcm.silence(Duration.ofSeconds(1), 8_000)).samples())
                .isEmpty();
    }

    private static Pcm tone(int peak) {
        short[] samples = new short[8_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (peak * Math.sin(2 * Math.PI * 440 * i / 8_000));
        }
        return Pcm.of(samples, 8_000);
    }
}
