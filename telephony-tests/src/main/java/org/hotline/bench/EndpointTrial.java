package org.hotline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Endpointer;
import org.hotline.speech.SpeechDetector;
import org.vosk.Recognizer;

/**
 * One turn with known ends: a caller speaks, perhaps pauses, goes on, and is silent. Sound, partial texts and decision
 * advance frame by frame together, as in a call.
 */
final class EndpointTrial {
    /**
     * How it went.
     *
     * @param cut whether the turn was ended before the caller had finished
     * @param waitMillis from the caller's last sound to the decision; meaningless if cut
     */
    record Outcome(boolean cut, int waitMillis) {}

    private static final int RATE = 8000;
    private static final int FRAMES_A_CHUNK = 5;

    private final List<Frame> frames;
    private final int end;
    private final List<String> phrases;

    /**
     * @param before what is said before the pause
     * @param pauseMillis 0 for no pause
     * @param after what is said after it
     */
    EndpointTrial(Pcm before, int pauseMillis, Pcm after, List<String> phrases, long seed) {
        Pcm talk = Pcm.concat(List.of(silence(800), before, silence(pauseMillis), after));
        this.end = Math.toIntExact(talk.duration().toMillis() / Frame.MILLIS);
        this.frames = SpokenCorpus.onALine(Pcm.concat(List.of(talk, silence(2500))), seed)
                .frames();
        this.phrases = phrases;
    }

    Outcome run(RawVosk vosk, EndpointRules rules) throws IOException {
        SpeechDetector detector = new SpeechDetector();
        Endpointer endpointer = new Endpointer(rules);
        List<String> said = new ArrayList<>();
        String growing = "";
        try (Recognizer recognizer = vosk.recognizer(RATE, phrases)) {
            for (int i = 0; i < frames.size(); i++) {
                if ((i + 1) % FRAMES_A_CHUNK == 0) {
                    byte[] chunk = chunk(i + 1 - FRAMES_A_CHUNK);
                    boolean result = recognizer.acceptWaveForm(chunk, chunk.length);
                    growing = RawVosk.text(result ? recognizer.getResult() : recognizer.getPartialResult());
                    if (result && !growing.isEmpty()) {
                        said.add(growing);
                        growing = "";
                    }
                }
                String text = (String.join(" ", said) + " " + growing)
                        .replace("[unk]", "")
                        .strip();
                switch (endpointer.accept(detector.accept(frames.get(i)), text)) {
                    case OVER, TOO_LONG -> {
                        return new Outcome(i < end, (i - end + 1) * Frame.MILLIS);
                    }
                    case WAITING, SPEAKING, NO_INPUT -> {}
                }
            }
        }
        return new Outcome(false, (frames.size() - end) * Frame.MILLIS);
    }

    private byte[] chunk(int from) {
        byte[][] parts = new byte[FRAMES_A_CHUNK][];
        int length = 0;
        for (int i = 0; i < FRAMES_A_CHUNK; i++) {
            parts[i] = RawVosk.bytes(Pcm.of(frames.get(from + i).samples(), RATE));
            length += parts[i].length;
        }
        byte[] all = Arrays.copyOf(parts[0], length);
        for (int i = 1, at = parts[0].length; i < FRAMES_A_CHUNK; at += parts[i].length, i++) {
            System.arraycopy(parts[i], 0, all, at, parts[i].length);
        }
        return all;
    }

    private static Pcm silence(int millis) {
        return Pcm.silence(Duration.ofMillis(millis), RATE);
    }
}
