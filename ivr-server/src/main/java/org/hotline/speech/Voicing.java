package org.hotline.speech;

import org.hotline.audio.Frame;

/**
 * Whether the last 40 ms sound like a voice: periodic at 60 to 400 Hz, but richer than a tone.
 *
 * <p>Works at 8 kHz, and at 4 kHz for the pitch, which leaves the first formant and its harmonics. The first period that
 * fits is enough, and that of the last voice is tried first, so that a voiced frame costs a few hundred multiplications and
 * a transform; a loud frame without a pitch costs some 7,000. Single precision, and so
 * half the memory to fetch for each of hundreds of calls. Allocates nothing after construction.
 */
final class Voicing {
    private static final int SIZE = 160; // a frame at 8 kHz
    private static final int WINDOW = 2 * SIZE;
    private static final int PITCH_WINDOW = WINDOW / 2;
    private static final int SHORTEST_PERIOD = 10; // at 4 kHz: 400 Hz
    private static final int LONGEST_PERIOD = 66; // 60 Hz

    /** First-order high-pass, corner about 130 Hz: mains hum and direct current are no voice. */
    private static final float HIGH_PASS = 0.9f;

    /** Share of the energy that repeats with the pitch; noise reaches some 0.3 in a window this short. */
    private static final float PERIODIC = 0.55f;

    /** Share of the energy in two peaks from which a sound is a tone. */
    private static final double TONE = 0.985;

    private final float[] window = new float[WINDOW];
    private final float[] slow = new float[PITCH_WINDOW];
    private final float[] energy = new float[PITCH_WINDOW + 1];
    private final Spectrum spectrum = new Spectrum();
    private int period = SHORTEST_PERIOD;
    private double level;
    private float lastSample;
    private float lastFiltered;

    void accept(Frame heard) {
        System.arraycopy(window, SIZE, window, 0, SIZE);
        short[] samples = heard.samples();
        int step = samples.length / SIZE;
        float before = lastSample;
        float filtered = lastFiltered;
        float sum = 0;
        for (int i = 0; i < SIZE; i++) {
            float sample = step == 2 ? (samples[2 * i] + samples[2 * i + 1]) / 2f : samples[i * step];
            // One fused step from value to value: this chain is what a quiet frame costs.
            filtered = Math.fma(HIGH_PASS, filtered, HIGH_PASS * (sample - before));
            before = sample;
            window[SIZE + i] = filtered;
            sum += filtered * filtered;
        }
        lastSample = before;
        lastFiltered = filtered;
        level = Math.sqrt(sum / SIZE);
    }

    /** Root mean square of the last frame without hum. */
    double level() {
        return level;
    }

    boolean isVoice() {
        return isPeriodic() && !isTone();
    }

    /** One or two sinusoids, as in DTMF, ringing and busy tones. */
    private boolean isTone() {
        return spectrum.peakShare(window) >= TONE;
    }

    private boolean isPeriodic() {
        for (int i = 0; i < PITCH_WINDOW; i++) {
            slow[i] = window[2 * i] + window[2 * i + 1];
            energy[i + 1] = energy[i] + slow[i] * slow[i];
        }
        if (repeatsAfter(period)) {
            return true;
        }
        for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
            if (repeatsAfter(lag)) {
                period = lag;
                return true;
            }
        }
        return false;
    }

    /** True if the normalised correlation of the window with itself {@code lag} ago is a voice's. */
    private boolean repeatsAfter(int lag) {
        float product = product(lag);
        float now = 1 + energy[PITCH_WINDOW] - energy[lag];
        float then = 1 + energy[PITCH_WINDOW - lag];
        return product > 0 && product * product >= PERIODIC * PERIODIC * now * then;
    }

    /** Four sums at once, as each addition of one would have to wait for the one before. */
    private float product(int lag) {
        float[] x = slow;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = lag;
        for (; i < PITCH_WINDOW - 3; i += 4) {
            a += x[i] * x[i - lag];
            b += x[i + 1] * x[i + 1 - lag];
            c += x[i + 2] * x[i + 2 - lag];
            d += x[i + 3] * x[i + 3 - lag];
        }
        for (; i < PITCH_WINDOW; i++) {
            a += x[i] * x[i - lag];
        }
        return a + b + c + d;
    }
}
