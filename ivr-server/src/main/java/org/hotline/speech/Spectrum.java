package org.hotline.speech;

/**
 * The power spectrum of 256 samples under a Hann window, asked one question: how much of the energy lies in the two
 * strongest peaks. Measured: one or two sinusoids 20 dB over noise give at least 0.985, voiced frames of two human speakers
 * at most 0.989 in 99 of 100.
 *
 * <p>The samples are real, so that even and odd ones are transformed together as the two parts of 128 complex numbers
 * (radix-2) and taken apart afterwards. Allocates nothing after construction.
 */
final class Spectrum {
    static final int SIZE = 256;
    private static final int HALF = SIZE / 2;
    private static final int FIRST_BIN = 2;
    private static final int PEAK_HALF_WIDTH = 2; // of a sinusoid under a Hann window

    private static final float[] HANN = new float[SIZE];
    private static final float[] COSINE = new float[HALF];
    private static final float[] SINE = new float[HALF];
    private static final int[] REVERSED = new int[HALF];

    static {
        for (int i = 0; i < SIZE; i++) {
            HANN[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE));
        }
        for (int i = 0; i < HALF; i++) {
            COSINE[i] = (float) Math.cos(2 * Math.PI * i / SIZE);
            SINE[i] = (float) -Math.sin(2 * Math.PI * i / SIZE);
            REVERSED[i] = Integer.reverse(i) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(HALF));
        }
    }

    private final float[] real = new float[HALF];
    private final float[] imaginary = new float[HALF];
    private final float[] power = new float[HALF];

    /** The share of the energy in the two strongest peaks of the last {@link #SIZE} samples of {@code window}, 0 to 1. */
    float peakShare(float[] window) {
        int from = window.length - SIZE;
        for (int i = 0; i < HALF; i++) {
            real[REVERSED[i]] = window[from + 2 * i] * HANN[2 * i];
            imaginary[REVERSED[i]] = window[from + 2 * i + 1] * HANN[2 * i + 1];
        }
        transform(real, imaginary);
        float total = 1e-9f;
        for (int bin = FIRST_BIN; bin < HALF; bin++) {
            power[bin] = power(bin);
            total += power[bin];
        }
        return (takePeak() + takePeak()) / total;
    }

    /** What the even and the odd samples give together in this bin. */
    private float power(int bin) {
        int mirror = HALF - bin;
        float evenRe = real[bin] + real[mirror];
        float evenIm = imaginary[bin] - imaginary[mirror];
        float oddRe = imaginary[bin] + imaginary[mirror];
        float oddIm = real[mirror] - real[bin];
        float re = evenRe + oddRe * COSINE[bin] - oddIm * SINE[bin];
        float im = evenIm + oddRe * SINE[bin] + oddIm * COSINE[bin];
        return (re * re + im * im) / 4;
    }

    private float takePeak() {
        int peak = FIRST_BIN;
        for (int bin = FIRST_BIN; bin < power.length; bin++) {
            peak = power[bin] > power[peak] ? bin : peak;
        }
        float energy = 0;
        int last = Math.min(power.length - 1, peak + PEAK_HALF_WIDTH);
        for (int bin = Math.max(FIRST_BIN, peak - PEAK_HALF_WIDTH); bin <= last; bin++) {
            energy += power[bin];
            power[bin] = 0;
        }
        return energy;
    }

    private static void transform(float[] real, float[] imaginary) {
        for (int half = 1; half < HALF; half *= 2) {
            int stride = HALF / half;
            for (int k = 0; k < half; k++) {
                float c = COSINE[k * stride];
                float s = SINE[k * stride];
                for (int a = k; a < HALF; a += 2 * half) {
                    int b = a + half;
                    float re = real[b] * c - imaginary[b] * s;
                    float im = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }
}
