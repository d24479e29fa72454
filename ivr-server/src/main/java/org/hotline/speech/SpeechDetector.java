package org.hotline.speech;

import org.hotline.audio.Frame;

/**
 * Tells speech from silence, noise and tones, frame by frame.
 *
 * <pre>
 *   frames     . . . v v . v v v u v v v u u . . . . . . .      v voiced, u unvoiced but loud, . quiet
 *   answer     0 0 0 0 0 0 4 5 6 7 8 9 . . . . n n n 0 0 0      frames of speech so far, 0 for none
 *                    |     |                   |     |
 *                    |     +-- 3 of 5 voiced   +-----+ hangover, 60 ms
 *                    +-- the speech is counted from here
 * </pre>
 *
 * Speech must begin with voice: loud enough over the noise floor (the least level of the last two seconds, after Martin's
 * minimum statistics, 2001) and periodic at the pitch of a voice. Once begun, it goes on while the level stays up, as in
 * the s of "yes". A cough or a door is loud but hardly periodic; a tone or a key (DTMF) is periodic, but all its
 * energy lies in one or two peaks of the spectrum.
 *
 * <p>Time is counted in frames. One detector a call, on the call's thread, hearing every frame; it allocates nothing
 * after its construction. Frames at 8 or 16 kHz, all of one rate.
 */
public final class SpeechDetector {
    /** Decibels over the noise floor from which a periodic sound may be a voice. */
    private static final double ONSET_STRENGTH = 9;

    /** Decibels over the noise floor that keep begun speech alive. */
    private static final double SUSTAIN_STRENGTH = 6;

    /** Root mean square below which nothing counts: about -60 dBFS, softer than any usable speech on a line. */
    private static final double AUDIBLE = 30;

    private static final int ONSET_WINDOW = 5;
    private static final int ONSET_VOICED = 3;
    /** Frames of silence that pass before speech is taken to have ended. */
    static final int HANGOVER = 3;

    /** Frames without voice after which mere loudness is no longer believed to be speech. */
    private static final int LONGEST_UNVOICED = 12;

    private final NoiseFloor floor = new NoiseFloor();
    private final Voicing voicing = new Voicing();
    private int recentVoiced; // one bit a frame, the newest lowest
    private int speaking;
    private int sinceVoiced;
    private int sinceLoud;
    private double strength;

    /**
     * Hears the next 20 ms.
     *
     * @return how many frames the speech has lasted so far, from its first voiced frame; 0 if there is no speech now
     */
    public int accept(Frame heard) {
        voicing.accept(heard);
        double level = voicing.level();
        double decibels = decibels(level);
        strength = decibels - floor.accept(decibels);
        boolean loud = level >= AUDIBLE && strength >= SUSTAIN_STRENGTH;
        boolean voiced = loud && strength >= ONSET_STRENGTH && voicing.isVoice();
        recentVoiced = (recentVoiced << 1 | (voiced ? 1 : 0)) & ((1 << ONSET_WINDOW) - 1);
        sinceVoiced = voiced ? 0 : sinceVoiced + 1;
        sinceLoud = loud ? 0 : sinceLoud + 1;
        speaking = speaking > 0 ? continued() : begun();
        return speaking;
    }

    /** Decibels of the last frame over the noise floor. */
    public double strength() {
        return strength;
    }

    private int begun() {
        if (Integer.bitCount(recentVoiced) < ONSET_VOICED) {
            return 0;
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(recentVoiced);
    }

    private int continued() {
        if (sinceLoud > HANGOVER || sinceVoiced > LONGEST_UNVOICED) {
            recentVoiced = 0;
            return 0;
        }
        return speaking + 1;
    }

    private static double decibels(double rms) {
        return 20 * Math.log10(Math.max(rms, 1));
    }
}
