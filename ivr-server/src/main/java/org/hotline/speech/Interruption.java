package org.hotline.speech;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.audio.Frame;

/**
 * Barge-in: decides, frame by frame, what becomes of a prompt while the caller may interrupt it. The prompt is paused at
 * the first speech, and goes on where it stopped if it was a cough.
 *
 * <pre>
 *   caller   . . . v v v v v v v v v v v v v v v ...
 *   prompt   PLAY  | PAUSE                   | YIELD            words, or speech for 400 ms
 *                  |-- stop time: 60 to 100 ms, 3 voiced frames of 5
 *
 *   caller   . . . c c c . . . . . . . . . . . . ...
 *   prompt   PLAY  | PAUSE                   | PLAY             quiet again, or undecided after 500 ms
 *                                              words that come late still make it YIELD
 * </pre>
 *
 * In the first 300 ms of a prompt, and with every restart, echo of the prompt's own onset is likely (the telephone
 * network's echo cancellers are adapting): there only speech 25 dB over the noise interrupts. "Mm-hm" is not an
 * interruption, so such words do not count as words.
 *
 * <p>One a prompt, fed from its first frame on. Time is counted in frames. Belongs to the call's thread.
 */
public final class Interruption {
    /** What to do with the prompt in this frame. */
    public enum Verdict {
        /** Play its next frame. */
        PLAY,
        /** Play silence, and keep the place. */
        PAUSE,
        /** Stop the prompt for good: the caller has the turn. Does not change any more. */
        YIELD
    }

    private static final int ECHO_GUARD = 15;
    private static final double STRONG = 25;
    private static final int ENOUGH_SPEECH = 20;
    private static final int LONGEST_DOUBT = 25;
    private static final int QUIET_AGAIN = 10;

    /** What a listener says to mean "go on". */
    private static final Set<String> BACKCHANNELS =
            Set.of("mm", "mhm", "hm", "hmm", "uh", "um", "ah", "oh", "嗯", "啊", "哦", "呃", "唔");

    private Verdict verdict = Verdict.PLAY;
    private int played;
    private int doubting;
    private int quiet;
    private int longestSpeech;
    private int stopFrames;

    /**
     * Counts one more frame.
     *
     * @param speechFrames of the frame just heard, see {@link SpeechDetector#accept}
     * @param strength decibels over the noise, see {@link SpeechDetector#strength}
     * @param partial text recognized since the prompt began, empty if there is none
     */
    public Verdict accept(int speechFrames, double strength, String partial) {
        quiet = speechFrames > 0 ? 0 : quiet + 1;
        verdict = switch (verdict) {
            case PLAY -> listening(speechFrames, strength, partial);
            case PAUSE -> doubting(speechFrames, partial);
            case YIELD -> Verdict.YIELD;
        };
        return verdict;
    }

    /** From the first frame of speech to the frame in which the prompt fell silent; nothing if it never did. */
    public Optional<Duration> stopTime() {
        return stopFrames == 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) stopFrames * Frame.MILLIS));
    }

    private Verdict listening(int speechFrames, double strength, String partial) {
        played++;
        if (stopFrames > 0 && hasWords(partial)) {
            return Verdict.YIELD;
        }
        if (speechFrames == 0 || (played <= ECHO_GUARD && strength < STRONG)) {
            return Verdict.PLAY;
        }
        doubting = 0;
        longestSpeech = speechFrames;
        stopFrames = speechFrames;
        return Verdict.PAUSE;
    }

    private Verdict doubting(int speechFrames, String partial) {
        doubting++;
        longestSpeech = Math.max(longestSpeech, speechFrames);
        if (longestSpeech >= ENOUGH_SPEECH || hasWords(partial)) {
            return Verdict.YIELD;
        }
        if (quiet < QUIET_AGAIN && doubting < LONGEST_DOUBT) {
            return Verdict.PAUSE;
        }
        played = 0;
        return Verdict.PLAY;
    }

    private static boolean hasWords(String partial) {
        return !partial.isEmpty()
                && Stream.of(partial.split(" ", -1)).anyMatch(word -> !word.isEmpty() && !BACKCHANNELS.contains(word));
    }
}
