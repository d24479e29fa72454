package org.hotline.speech;

import java.time.Duration;
import org.hotline.audio.Frame;

/**
 * Decides, frame by frame, where the caller's turn stands: endpointing. One a turn, from the end of the prompt on (or
 * from the moment the prompt yields to the caller).
 *
 * <pre>
 *   prompt ends                                                    over
 *   |                                                              |
 *   | . . . c . . . . | v v v v v . . v v v v v v | . . . . . . . .|
 *   | WAITING         | SPEAKING                    (still)        | OVER
 *   |       |                   |                 |
 *   |       a cough: too short, no words: waiting goes on          silence >= rules.pause(partial)
 *   |                           a pause                            and the partial has rested
 *   |------- no speech for rules.noInput -------> NO_INPUT
 *                     |------- rules.longest ------------> TOO_LONG
 * </pre>
 *
 * The recognizer's partial text is a second witness: words mean speech even if the detector hears none (a very soft
 * caller), and while the text still changes nothing is cut, because the words come some 100 ms after the sound.
 *
 * <p>Time is counted in frames only. Belongs to the call's thread.
 */
public final class Endpointer {
    /** Where the turn stands. */
    public enum Progress {
        /** Nobody has spoken yet. */
        WAITING,
        /** The caller speaks, or pauses shorter than the rules allow. */
        SPEAKING,
        /** Nobody spoke for as long as the rules wait. */
        NO_INPUT,
        /** The utterance has ended. */
        OVER,
        /** The utterance was cut because it went on too long. */
        TOO_LONG
    }

    /** The text must have rested this part of the pause before an utterance may end: 160 ms of 640, 60 ms of 240. */
    private static final int REST = 4;

    /** Speech shorter than this, without a word recognized, is a cough or a click. */
    private static final int SHORTEST_SPEECH = 8;

    /** Words that come later than this many frames after the sound were not in that sound: somebody speaks softly. */
    private static final int DECODING_LAG = 25;

    /** The final text is asked for so many frames before the end, or after so long a silence: it may tell more. */
    private static final int AHEAD = 4;

    private static final int DOUBT = 18;

    private final EndpointRules rules;
    private String lastPartial = "";
    private int pause; // frames, for the last partial text
    private int rested;
    private int waiting;
    private int uttering; // frames since the utterance began, 0 before
    private int spoken; // of them with speech
    private int silent;

    public Endpointer(EndpointRules rules) {
        this.rules = rules;
        this.pause = frames(rules.pause().apply(lastPartial));
    }

    /** An endpointer for a caller who is speaking already, having interrupted a prompt. */
    public static Endpointer speaking(EndpointRules rules, int speechFrames) {
        Endpointer endpointer = new Endpointer(rules);
        endpointer.uttering = Math.max(1, speechFrames);
        endpointer.spoken = endpointer.uttering;
        return endpointer;
    }

    /**
     * Counts one more frame. After {@code NO_INPUT}, {@code OVER} or {@code TOO_LONG} the endpointer is done with.
     *
     * @param speechFrames of the frame just heard, see {@link SpeechDetector#accept}
     * @param partial the recognizer's text so far, empty if there is none
     */
    public Progress accept(int speechFrames, String partial) {
        boolean newWords = !partial.equals(lastPartial);
        if (newWords) {
            lastPartial = partial;
            pause = frames(rules.pause().apply(partial));
        }
        rested = newWords ? 0 : rested + 1;
        if (uttering == 0 && speechFrames == 0 && !newWords) {
            waiting++;
            return waiting >= frames(rules.noInput()) ? Progress.NO_INPUT : Progress.WAITING;
        }
        return utter(speechFrames, newWords);
    }

    /** Whether the caller may have finished: after this frame the final text is worth asking for. */
    public boolean isNearlyOver() {
        return !lastPartial.isEmpty() && silent >= Math.min(pause - AHEAD, DOUBT);
    }

    /** How long the caller had been silent at the last frame: after {@code OVER}, what the decision took. */
    public Duration silence() {
        return Duration.ofMillis((long) silent * Frame.MILLIS);
    }

    private Progress utter(int speechFrames, boolean newWords) {
        uttering = uttering == 0 ? Math.max(1, speechFrames) : uttering + 1;
        if (speechFrames > 0) {
            spoken = spoken == 0 ? speechFrames : spoken + 1;
            silent = 0;
        } else {
            silent = silent == 0 ? SpeechDetector.HANGOVER + 1 : silent + 1;
        }
        if (newWords && (spoken == 0 || silent > DECODING_LAG)) {
            silent = 1;
        }
        if (uttering >= frames(rules.longest())) {
            return Progress.TOO_LONG;
        }
        if (silent < pause || rested < pause / REST) {
            return Progress.SPEAKING;
        }
        return lastPartial.isEmpty() && spoken < SHORTEST_SPEECH ? forgotten() : Progress.OVER;
    }

    private Progress forgotten() {
        waiting += uttering;
        uttering = 0;
        spoken = 0;
        silent = 0;
        return waiting >= frames(rules.noInput()) ? Progress.NO_INPUT : Progress.WAITING;
    }

    private static int frames(Duration time) {
        return Math.toIntExact(time.toMillis() / Frame.MILLIS);
    }
}
