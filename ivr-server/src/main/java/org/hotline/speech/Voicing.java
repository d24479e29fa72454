package org.hotline.speech;

import org.hotline.audio.Frame;

/**
 * Whether the last 40 ms sound like a voice: periodic at 60 to 400 Hz, but richer than a tone.
 *
 * <p>Works at 8 kHz, and at 4 kHz for the pitch, which leaves the first formant and its harmonics; a frame costs some
 * 20,000 multiplications. Allocates nothing after construction.
 */
final class Voicing {
    private static final int SIZE = 160; // a frame at 8 kHz
    private static final int WINDOW = 2 * SIZE;
    private static final int PITCH_WINDOW = WINDOW / 2;
    private static final int SHORTEST_PERIOD = 10; // at 4 kHz: 400 Hz
    private static final int LONGEST_PERIOD = 66; // 60 Hz

    /** Share of the energy that repeats with the pitch; noise reaches some 0.3 in a window this short. */
    private static final double PERIODIC = 0.55;

    /** Share of the energy in two peaks from which a sound is a tone. */
    private static final double TONE = 0.985;

    private final double[] window = new double[WINDOW];
    private final double[] slow = new double[PITCH_WINDOW];
    private final Spectrum spectrum = new Spectrum();
    private double level;
    private double lastSample;
    private double lastFiltered;

    void accept(Frame heard) {
        System.arraycopy(window, SIZE, window, 0, SIZE);
        short[] samples = heard.samples();
        int step = samples.length / SIZE;
        double energy = 0;
        for (int i = 0; i < SIZE; i++) {
            double sample = step == 2 ? (samples[2 * i] + samples[2 * i + 1]) / 2.0 : samples[i * step];
            // Mains hum and direct current are no voice: first-order high-pass, corner about 130 Hz.
            lastFiltered = 0.9 * (lastFiltered + sample - lastSample);
            lastSample = sample;
            window[SIZE + i] = lastFiltered;
            energy += lastFiltered * lastFiltered;
        }
        level = Math.sqrt(energy / SIZE);
    }

    /** Root mean square of the last frame without hum. */
    double level() {
        return level;
    }

    boolean isVoice() {
        return periodicity() >= PERIODIC && !isTone();
    }

    /** One or two sinusoids, as in DTMF, ringing and busy tones. */
    boolean isTone() {
        return spectrum.peakShare(window) >= TONE;
    }

    /** The largest normalised correlation of the window with itself a pitch period ago, 0 to 1. */
    double periodicity() {
        for (int i = 0; i < PITCH_WINDOW; i++) {
            slow[i] = window[2 * i] + window[2 * i + 1];
        }
        double best = 0;
        for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
            best = Math.max(best, correlation(lag));
        }
        return best;
    }

    private double correlation(int lag) {
        double product = 0;
        double now = 1;
        double then = 1;
        for (int i = lag; i < PITCH_WINDOW; i++) {
            product += slow[i] * slow[i - lag];
            now += slow[i] * slow[i];
            then += slow[i - lag] * slow[i - lag];
        }
        return product / Math.sqrt(now * then);
    }
}
