package org.hotline.audio;

import java.util.Arrays;

/**
 * Twenty milliseconds of mono sound: the house's unit of time and audio.
 *
 * <p>Samples are signed 16-bit linear PCM at {@link #rate()} hertz, so a frame holds {@code rate / 50} samples (160 at
 * 8 kHz, 320 at 16 kHz). Immutable by agreement: whoever hands an array over does not write to it again. Safe to share
 * between threads.
 */
public final class Frame {
    /** Frames in one second. */
    public static final int PER_SECOND = 50;

    /** Length of a frame in milliseconds. */
    public static final int MILLIS = 1000 / PER_SECOND;

    /** The telephone's sample rate in hertz (G.711, RFC 3551 section 4.5.14). */
    public static final int TELEPHONE_RATE = 8_000;

    private static final Frame TELEPHONE_SILENCE = new Frame(new short[TELEPHONE_RATE / PER_SECOND], TELEPHONE_RATE);

    private final short[] samples;
    private final int rate;

    private Frame(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /**
     * A frame over {@code samples}, which is not copied and must not be written to afterwards.
     *
     * @param samples exactly {@code rate / 50} signed 16-bit samples
     * @param rate sample rate in hertz, a positive multiple of 50
     * @throws IllegalArgumentException if the length does not fit the rate
     */
    public static Frame of(short[] samples, int rate) {
        if (rate <= 0 || rate % PER_SECOND != 0 || samples.length != rate / PER_SECOND) {
            throw new IllegalArgumentException(
                    "a frame at " + rate + " Hz holds " + rate / PER_SECOND + " samples, not " + samples.length);
        }
        return new Frame(samples, rate);
    }

    /** Silence at {@code rate} hertz. */
    public static Frame silence(int rate) {
        return rate == TELEPHONE_RATE ? TELEPHONE_SILENCE : of(new short[rate / PER_SECOND], rate);
    }

    /** The samples themselves, not a copy: read only. */
    public short[] samples() {
        return samples;
    }

    /** Sample rate in hertz. */
    public int rate() {
        return rate;
    }

    /**
     * Both sounds at once, loud sums cut off.
     *
     * @throws IllegalArgumentException if the rates differ
     */
    public Frame with(Frame other) {
        if (rate != other.rate) {
            throw new IllegalArgumentException(
                    "frames of " + rate + " and " + other.rate + " Hz do not sound together");
        }
        short[] sum = new short[samples.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) Math.clamp(samples[i] + other.samples[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new Frame(sum, rate);
    }

    /** Mean energy of the frame as root mean square, 0 to 32768. */
    public double rms() {
        long sum = 0;
        for (short sample : samples) {
            sum += (long) sample * sample;
        }
        return Math.sqrt((double) sum / samples.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && rate == that.rate && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * rate + Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "Frame[" + rate + " Hz, rms " + Math.round(rms()) + "]";
    }
}
