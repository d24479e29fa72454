package org.hotline.call.rtp;

/**
 * Makes up lost sound by repeating the last pitch period, faded out within 60 ms: the idea of ITU-T G.711 appendix I,
 * without its delay of 3.75 ms. Repetitions are joined by overlap-add, and so is the first sound that is heard again.
 * Call's thread.
 */
final class Concealment {
    private static final int FRAME = PlayoutRing.FRAME;
    /** Pitch of voices: 66 to 200 Hz. */
    private static final int SHORTEST_PITCH = 40;

    private static final int LONGEST_PITCH = 120;
    private static final int HISTORY = 3 * FRAME;
    /** The part of a frame whose likeness decides on the pitch: 20 ms. */
    private static final int MATCH = FRAME;

    private static final int FULL = FRAME / 2;
    private static final int FADED = 3 * FRAME;

    /** The last three frames themselves, the newest last: they are copied only when something is lost. */
    private final short[][] frames = new short[HISTORY / FRAME][FRAME];

    private short[] period = {};
    private int made;

    /** Sound that came, not to be written to any more: remembered, and joined smoothly to what was made up before it. */
    short[] heard(short[] samples) {
        short[] joined = made == 0 || period.length == 0 ? samples : fadeIn(samples);
        made = 0;
        remember(joined);
        return joined;
    }

    /** Twenty milliseconds in place of what is missing; silence after 60 ms. */
    short[] conceal() {
        if (made == 0) {
            period = lastPeriod();
        }
        short[] samples = new short[FRAME];
        for (int i = 0; i < FRAME && !isFaded(); i++, made++) {
            samples[i] = (short) (period[made % period.length] * gain(made));
        }
        remember(samples);
        return samples;
    }

    /** True when nothing is left of the last sound. */
    boolean isFaded() {
        return made >= FADED;
    }

    private short[] fadeIn(short[] samples) {
        short[] joined = samples.clone();
        int overlap = period.length / 4;
        for (int i = 0; i < overlap; i++, made++) {
            double weight = (i + 1.0) / (overlap + 1);
            joined[i] = (short) (samples[i] * weight + period[made % period.length] * gain(made) * (1 - weight));
        }
        return joined;
    }

    private static double gain(int position) {
        return Math.clamp((double) (FADED - position) / (FADED - FULL), 0, 1);
    }

    /** The last pitch period, its end bent towards what came before its beginning, so that it can be looped. */
    private short[] lastPeriod() {
        short[] history = history();
        int pitch = pitch(history);
        short[] loop = new short[pitch];
        System.arraycopy(history, HISTORY - pitch, loop, 0, pitch);
        int overlap = pitch / 4;
        for (int i = 0; i < overlap; i++) {
            double weight = (i + 1.0) / (overlap + 1);
            int at = pitch - overlap + i;
            loop[at] = (short) (loop[at] * (1 - weight) + history[HISTORY - pitch - overlap + i] * weight);
        }
        return loop;
    }

    /** The lag at which the last 20 ms are most like themselves: the peak of the normalised cross-correlation. */
    private static int pitch(short[] history) {
        int best = SHORTEST_PITCH;
        double bestLikeness = Double.NEGATIVE_INFINITY;
        for (int lag = SHORTEST_PITCH; lag <= LONGEST_PITCH; lag++) {
            double product = 0;
            double energy = 1;
            for (int i = HISTORY - MATCH; i < HISTORY; i++) {
                product += history[i] * history[i - lag];
                energy += history[i - lag] * history[i - lag];
            }
            double likeness = product / Math.sqrt(energy);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lag;
            }
        }
        return best;
    }

    private short[] history() {
        short[] history = new short[HISTORY];
        for (int i = 0; i < frames.length; i++) {
            System.arraycopy(frames[i], 0, history, i * FRAME, FRAME);
        }
        return history;
    }

    private void remember(short[] samples) {
        System.arraycopy(frames, 1, frames, 0, frames.length - 1);
        frames[frames.length - 1] = samples;
    }
}
