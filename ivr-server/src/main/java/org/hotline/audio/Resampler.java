package org.hotline.audio;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Changes the sample rate of sound as it streams by, without aliasing: 8 kHz to 16 kHz and back for the recognizer,
 * 22,050 Hz to 8 kHz for synthesised speech, and any other ratio of whole numbers.
 *
 * <p>A linear-phase low-pass (sinc under a Kaiser window, more than 60 dB down from 0.57 of the lower rate on) in
 * polyphase form, so that only products that count are computed: 32 for each sample when doubling. It delays the stream
 * by 2 ms at 8 kHz. State lives from call to call: one stream, one thread.
 */
public final class Resampler {
    /** Taps for each sample of the lower rate. */
    private static final int TAPS = 32;

    /** Kaiser's beta for a stop band 65 dB down (Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5.3). */
    private static final double BETA = 6.2;

    private final int from;
    private final int to;
    private final int up;
    private final int down;
    private final float[][] phases;
    private final int centre;
    private float[] history;
    private int offset;

    private Resampler(int from, int to) {
        if (from <= 0 || to <= 0) {
            throw new IllegalArgumentException("cannot resample " + from + " Hz to " + to + " Hz");
        }
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        this.from = from;
        this.to = to;
        up = to / common;
        down = from / common;
        float[] filter = lowPass(Math.max(up, down));
        centre = filter.length / 2;
        phases = split(filter);
        history = new float[phases[0].length - 1];
    }

    /** A resampler for one stream from {@code from} to {@code to} hertz. */
    public static Resampler of(int from, int to) {
        return new Resampler(from, to);
    }

    /** All of {@code sound} at {@code rate} hertz: as long as before, not delayed. The same if it has that rate. */
    public static Pcm convert(Pcm sound, int rate) {
        if (sound.rate() == rate) {
            return sound;
        }
        Resampler resampler = of(sound.rate(), rate);
        resampler.offset = resampler.centre;
        short[] samples = sound.samples();
        int length = Math.toIntExact(Math.ceilDiv((long) samples.length * resampler.up, resampler.down));
        short[] padded = Arrays.copyOf(samples, samples.length + resampler.history.length + 1);
        return Pcm.of(Arrays.copyOf(resampler.next(padded), length), rate);
    }

    /** The next 20 ms of the stream; the rates' quotient must be a whole number or its reciprocal. */
    public Frame next(Frame frame) {
        if (frame.rate() != from) {
            throw new IllegalArgumentException("this stream has " + from + " Hz, not " + frame.rate());
        }
        return Frame.of(next(frame.samples()), to);
    }

    /** The next samples of the stream, any number; answers as many as they complete. */
    public short[] next(short[] samples) {
        int reach = history.length;
        float[] line = Arrays.copyOf(history, reach + samples.length);
        for (int i = 0; i < samples.length; i++) {
            line[reach + i] = samples[i];
        }
        short[] made = new short[Math.max(0, Math.ceilDiv(samples.length * up - offset, down))];
        for (int i = 0; i < made.length; i++) {
            int position = offset + i * down;
            made[i] = dot(phases[position % up], line, position / up);
        }
        offset += made.length * down - samples.length * up;
        history = Arrays.copyOfRange(line, line.length - reach, line.length);
        return made;
    }

    private static short dot(float[] taps, float[] line, int at) {
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * line[at + k];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** One filter for each place between two samples, turned round so that it runs along the line. */
    private float[][] split(float[] filter) {
        int taps = Math.ceilDiv(filter.length, up);
        float[][] split = new float[up][taps];
        for (int i = 0; i < filter.length; i++) {
            split[i % up][taps - 1 - i / up] = filter[i] * up;
        }
        return split;
    }

    /** Lets pass what lies below half of the lower rate; {@code factor} is how far that is below the filter's rate. */
    private static float[] lowPass(int factor) {
        int length = TAPS * factor + 1;
        float[] filter = new float[length];
        double middle = (length - 1) / 2.0;
        for (int i = 0; i < length; i++) {
            double x = (i - middle) / factor;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double edge = (i - middle) / middle;
            filter[i] = (float) (sinc / factor * bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA));
        }
        return filter;
    }

    /** The modified Bessel function of the first kind and order zero, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
