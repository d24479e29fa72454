package org.hotline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int LOUD = 10_000;

    @Test
    void doublingKeepsTheTelephoneBandAndMakesNoImages() {
        for (int hertz : new int[] {300, 1000, 2000, 3000, 3400}) {
            short[] made = middle(stream(Resampler.of(8000, 16_000), Tone.sine(hertz, LOUD, SECOND, 8000)));
            assertThat(decibels(Goertzel.amplitude(made, hertz, 16_000))).isCloseTo(0, within(0.1));
            assertThat(decibels(Goertzel.amplitude(made, 8000.0 - hertz, 16_000)))
                    .as("image of %d Hz", hertz)
                    .isLessThan(-60);
        }
    }

    @Test
    void halvingKeepsTheTelephoneBandAndFoldsNothingIntoIt() {
        for (int hertz : new int[] {300, 1000, 2000, 3000, 3400}) {
            short[] made = middle(stream(Resampler.of(16_000, 8000), Tone.sine(hertz, LOUD, SECOND, 16_000)));
            assertThat(decibels(Goertzel.amplitude(made, hertz, 8000))).isCloseTo(0, within(0.1));
        }
        for (int hertz : new int[] {4600, 5000, 6000, 7000, 7700}) {
            short[] made = middle(stream(Resampler.of(16_000, 8000), Tone.sine(hertz, LOUD, SECOND, 16_000)));
            assertThat(decibels(Goertzel.amplitude(made, 8000.0 - hertz, 8000)))
                    .as("alias of %d Hz", hertz)
                    .isLessThan(-60);
        }
    }

    @Test
    void anOrdinaryConversionIsAsLongAndInStep() {
        Pcm sound = Tone.sine(440, LOUD, SECOND, 22_050);
        Pcm made = Resampler.convert(sound, 8000);
        assertThat(made.rate()).isEqualTo(8000);
        assertThat(made.samples()).hasSize(8000);
        short[] expected = Tone.sine(440, LOUD, SECOND, 8000).samples();
        for (int i = 200; i < 7800; i++) {
            assertThat(made.samples()[i]).isCloseTo(expected[i], within((short) 20));
        }
    }

    @Test
    void howTheStreamIsCutDoesNotMatter() {
        Pcm sound = Tone.sine(700, LOUD, SECOND, 8000);
        short[] whole = Resampler.of(8000, 16_000).next(sound.samples());
        Resampler inPieces = Resampler.of(8000, 16_000);
        int at = 0;
        int made = 0;
        for (int size = 1; at < 4000; size = size % 37 + 1) {
            short[] piece = inPieces.next(Arrays.copyOfRange(sound.samples(), at, at + size));
            assertThat(piece).containsExactly(Arrays.copyOfRange(whole, made, made + piece.length));
            at += size;
            made += piece.length;
        }
        assertThat(made).isEqualTo(2 * at);
    }

    @Test
    void framesBecomeFrames() {
        assertThat(Resampler.of(8000, 16_000).next(Frame.silence(8000))).isEqualTo(Frame.silence(16_000));
        assertThatThrownBy(() -> Resampler.of(8000, 16_000).next(Frame.silence(16_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loudSoundSaturatesInsteadOfWrapping() {
        short[] square = new short[1600];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] made = Resampler.of(8000, 16_000).next(square);
        assertThat(made[16 + 2 * 60]).isLessThan((short) -25_000);
        assertThat(made[16 + 2 * 100]).isGreaterThan((short) 25_000);
    }

    private static short[] stream(Resampler resampler, Pcm sound) {
        return Pcm.concat(sound.frames().stream()
                        .map(resampler::next)
                        .map(frame -> Pcm.of(frame.samples(), frame.rate()))
                        .toList())
                .samples();
    }

    /** Half a second from the middle, away from the edges of the tone. */
    private static short[] middle(short[] samples) {
        return Arrays.copyOfRange(samples, samples.length / 4, samples.length * 3 / 4);
    }

    private static double decibels(double amplitude) {
        return 20 * Math.log10(Math.max(1e-9, amplitude) / LOUD);
    }
}
