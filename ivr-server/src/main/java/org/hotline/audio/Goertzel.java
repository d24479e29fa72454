package org.hotline.audio;

/** How much of one frequency is in a piece of sound, by Goertzel's algorithm. Pure; any thread. */
public final class Goertzel {
    private Goertzel() {}

    /** The amplitude (peak, 0 to 32,767) of the sine of {@code hertz} in {@code samples} taken at {@code rate} hertz. */
    public static double amplitude(short[] samples, double hertz, int rate) {
        double angle = 2 * Math.PI * hertz / rate;
        double coefficient = 2 * Math.cos(angle);
        double last = 0;
        double before = 0;
        for (short sample : samples) {
            double now = sample + coefficient * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - coefficient * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }
}
