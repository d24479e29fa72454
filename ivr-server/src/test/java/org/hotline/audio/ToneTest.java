package org.hotline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void aKeyIsItsTwoFrequencies() {
        short[] five = Tone.key('5', Duration.ofMillis(100), 8000).samples();
        assertThat(Goertzel.amplitude(five, 770, 8000)).isCloseTo(6000, within(400.0));
        assertThat(Goertzel.amplitude(five, 1336, 8000)).isCloseTo(6000, within(400.0));
        assertThat(Goertzel.amplitude(five, 941, 8000)).isLessThan(600);
    }

    @Test
    void ringingIsOneSecondOnFourOff() {
        Pcm ringing = Tone.ringing(8000);
        assertThat(ringing.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ringing.frames().get(25).rms()).isGreaterThan(4000);
        assertThat(ringing.frames().get(75).rms()).isZero();
    }

    @Test
    void musicNeitherClipsNorPausesNorClicksAtItsSeam() {
        Pcm music = HoldMusic.round(8000);
        short[] samples = music.samples();
        assertThat(music.duration()).isEqualTo(Duration.ofSeconds(16));
        assertThat(IntStream.range(0, samples.length)
                        .map(i -> Math.abs(samples[i]))
                        .max()
                        .orElse(0))
                .isBetween(3000, 20_000);
        assertThat(music.frames()).allSatisfy(frame -> assertThat(frame.rms()).isGreaterThan(200));
        assertThat(Math.abs(samples[0] - samples[samples.length - 1])).isLessThan(1500);
    }

    @Test
    void comfortNoiseHasItsLevelAndIsRepeatable() {
        ComfortNoise noise = ComfortNoise.below(50, 7);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            double rms = noise.next(8000).rms();
            sum += rms * rms;
        }
        double decibels = 20 * Math.log10(Math.sqrt(sum / 100) / 32_768);
        assertThat(decibels).isCloseTo(-50, within(1.0));
        assertThat(ComfortNoise.below(50, 7).next(8000))
                .isEqualTo(ComfortNoise.below(50, 7).next(8000));
    }
}
