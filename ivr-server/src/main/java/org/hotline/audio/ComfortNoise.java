package org.hotline.audio;

/**
 * Quiet noise in place of digital silence, which sounds like a dead line (RFC 3389). Softened by a one-pole low-pass, so
 * that it hums rather than hisses. Repeatable: the same seed makes the same noise. One stream, one thread.
 */
public final class ComfortNoise {
    private static final double SOFTNESS = 0.6;
    /** Root mean square of uniform noise in -1..1 behind the low-pass. */
    private static final double POWER = Math.sqrt(1.0 / 3 * (1 - SOFTNESS) / (1 + SOFTNESS));

    private final double gain;
    private long state;
    private double last;

    private ComfortNoise(double gain, long seed) {
        this.gain = gain;
        this.state = seed == 0 ? 1 : seed;
    }

    /** Noise {@code level} decibels below full scale, 0 to 127 as in RFC 3389; 60 is a quiet room. */
    public static ComfortNoise below(int level, long seed) {
        double rms = 32_768 * Math.pow(10, -Math.clamp(level, 0, 127) / 20.0);
        return new ComfortNoise(rms / POWER, seed);
    }

    /** The next 20 ms. */
    public Frame next(int rate) {
        short[] samples = new short[rate / Frame.PER_SECOND];
        for (int i = 0; i < samples.length; i++) {
            last = SOFTNESS * last + (1 - SOFTNESS) * uniform();
            samples[i] = (short) Math.clamp(Math.round(gain * last), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Frame.of(samples, rate);
    }

    /** Marsaglia's xorshift: -1 to 1. */
    private double uniform() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state / 0x1p63;
    }
}
