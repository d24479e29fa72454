package org.hotline.speech;

import java.util.Arrays;

/**
 * The level of a line when nobody speaks: the least level of about the last two seconds, for even fast speech pauses that
 * often (R. Martin, "Noise power spectral density estimation based on optimal smoothing and minimum statistics", 2001).
 * Follows a line that falls quiet at once and one that grows noisy within two seconds.
 */
final class NoiseFloor {
    private static final int BLOCKS = 4;
    private static final int FRAMES_A_BLOCK = 25;

    /** A line with comfort noise is about here; assumed until the first half second is over. */
    private static final double INITIAL = 34;

    /** Digital silence is no floor: speech over it would begin at the first crackle. */
    private static final double LEAST = 20;

    private final double[] least = new double[BLOCKS];
    private int block;
    private int frames;

    NoiseFloor() {
        Arrays.fill(least, INITIAL);
    }

    /** The floor after a frame of {@code level}, both in decibels over one step of the 16-bit scale. */
    double accept(double level) {
        if (frames == FRAMES_A_BLOCK) {
            frames = 0;
            block = (block + 1) % BLOCKS;
            least[block] = level;
        }
        frames++;
        least[block] = Math.min(least[block], level);
        double floor = least[0];
        for (int i = 1; i < BLOCKS; i++) {
            floor = Math.min(floor, least[i]);
        }
        return Math.max(floor, LEAST);
    }
}
