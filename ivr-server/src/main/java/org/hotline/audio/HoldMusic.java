package org.hotline.audio;

/**
 * Music for those who wait, made by arithmetic and so free of anybody's rights: sixteen seconds of soft broken chords
 * (C, A minor, F, G), each note plucked and fading, to be played over and over. Pure; any thread.
 */
public final class HoldMusic {
    /** The notes of each chord as semitones from middle C, in the order they are plucked. */
    private static final int[][] CHORDS = {
        {-12, -5, 0, 4, 7, 4, 0, -5},
        {-15, -8, -3, 0, 4, 0, -3, -8},
        {-19, -12, -7, -3, 0, -3, -7, -12},
        {-17, -10, -5, -1, 2, -1, -5, -10}
    };

    private static final double MIDDLE_C = 261.63;
    private static final double NOTE_SECONDS = 0.5;
    private static final double RING_SECONDS = 2.5;
    private static final int LOUDNESS = 2600;

    private HoldMusic() {}

    /** One round of the tune at {@code rate} hertz; its end goes over into its beginning without a seam. */
    public static Pcm round(int rate) {
        int note = (int) (NOTE_SECONDS * rate);
        double[] mix = new double[CHORDS.length * CHORDS[0].length * note];
        int at = 0;
        for (int[] chord : CHORDS) {
            for (int semitones : chord) {
                pluck(mix, at, MIDDLE_C * Math.pow(2, semitones / 12.0), rate);
                at += note;
            }
        }
        short[] samples = new short[mix.length];
        for (int i = 0; i < mix.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(mix[i] * LOUDNESS), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Pcm.of(samples, rate);
    }

    /** Adds one note that begins at {@code at}; what rings on over the end is heard at the beginning. */
    private static void pluck(double[] mix, int at, double hertz, int rate) {
        int length = (int) (RING_SECONDS * rate);
        for (int i = 0; i < length; i++) {
            double seconds = (double) i / rate;
            double angle = 2 * Math.PI * hertz * seconds;
            double attack = Math.min(1, seconds / 0.008);
            double release = Math.min(1, (RING_SECONDS - seconds) / 0.2);
            double body = Math.sin(angle) * Math.exp(-1.6 * seconds)
                    + 0.4 * Math.sin(2 * angle) * Math.exp(-2.5 * seconds)
                    + 0.15 * Math.sin(3 * angle) * Math.exp(-4 * seconds);
            mix[(at + i) % mix.length] += attack * release * body;
        }
    }
}
