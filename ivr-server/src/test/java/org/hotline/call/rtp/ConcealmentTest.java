package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.junit.jupiter.api.Test;

class ConcealmentTest {
    private final Concealment concealment = new Concealment();

    @Test
    void aVowelGoesOnWithItsPitchAndFades() {
        for (int frame = 0; frame < 5; frame++) {
            concealment.heard(voice(frame));
        }
        short[] first = concealment.conceal();
        short[] second = concealment.conceal();
        short[] third = concealment.conceal();
        short[] fourth = concealment.conceal();
        assertThat(Goertzel.amplitude(first, 150, 8000)).isGreaterThan(3000);
        assertThat(rms(first)).isBetween(0.7 * rms(voice(4)), 1.1 * rms(voice(4)));
        assertThat(rms(second)).isBetween(0.4 * rms(first), 0.85 * rms(first));
        assertThat(rms(third)).isLessThan(0.5 * rms(first));
        assertThat(rms(fourth)).isZero();
        assertThat(concealment.isFaded()).isTrue();
    }

    @Test
    void thereIsNoClickAtEitherSeam() {
        int largestStep = largestStep(concat(voice(0), voice(1)));
        short[] before = voice(0);
        for (int frame = 0; frame < 5; frame++) {
            before = concealment.heard(voice(frame));
        }
        short[] made = concealment.conceal();
        short[] after = concealment.heard(voice(6));
        assertThat(largestStep(concat(concat(before, made), after))).isLessThan(2 * largestStep);
    }

    @Test
    void withNothingHeardThereIsSilence() {
        assertThat(concealment.conceal()).containsOnly((short) 0);
    }

    /** A voice of 150 Hz with two overtones, going on from frame to frame. */
    private static short[] voice(int frame) {
        short[] samples = new short[160];
        for (int i = 0; i < 160; i++) {
            double angle = 2 * Math.PI * 150 * (frame * 160 + i) / 8000;
            samples[i] = (short) (4000 * Math.sin(angle) + 2500 * Math.sin(2 * angle) + 1500 * Math.sin(5 * angle));
        }
        return samples;
    }

    private static double rms(short[] samples) {
        return Frame.of(samples, 8000).rms();
    }

    private static int largestStep(short[] samples) {
        int largest = 0;
        for (int i = 1; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        return largest;
    }

    private static short[] concat(short[] one, short[] other) {
        short[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
