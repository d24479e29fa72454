package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.speech.Interruption.Verdict;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private static final Pcm SECOND_OF_SILENCE = Pcm.silence(Duration.ofSeconds(1), 8000);

    private final Interruption interruption = new Interruption();

    @Test
    void speechPausesThePromptAtOnceAndThenTakesTheTurn() {
        List<Verdict> verdicts = verdicts("", SECOND_OF_SILENCE, Sounds.voice(800, 130, 8000));
        int pause = verdicts.indexOf(Verdict.PAUSE);
        int yield = verdicts.indexOf(Verdict.YIELD);
        assertThat(pause).isBetween(50, 56);
        assertThat(yield - pause).isLessThanOrEqualTo(25);
        assertThat(interruption.stopTime().orElseThrow()).isBetween(Duration.ofMillis(60), Duration.ofMillis(100));
    }

    @Test
    void afterACoughThePromptGoesOn() {
        List<Verdict> verdicts = verdicts("", SECOND_OF_SILENCE, Sounds.cough(8000), SECOND_OF_SILENCE);
        assertThat(verdicts).doesNotContain(Verdict.YIELD);
        assertThat(verdicts.getLast()).isEqualTo(Verdict.PLAY);
    }

    @Test
    void noiseAndKeysDoNotTouchThePrompt() {
        assertThat(verdicts(
                        "", SECOND_OF_SILENCE, Sounds.noise(500, 9000, 8000, 4), Sounds.tones(200, 770, 1336, 8000)))
                .containsOnly(Verdict.PLAY);
    }

    @Test
    void aShortWordTakesTheTurnByItsText() {
        List<Verdict> before = verdicts("", SECOND_OF_SILENCE, Sounds.voice(240, 130, 8000));
        assertThat(before.getLast()).isEqualTo(Verdict.PAUSE);
        assertThat(interruption.accept(0, 0, "yes")).isEqualTo(Verdict.YIELD);
        assertThat(interruption.accept(0, 0, "")).isEqualTo(Verdict.YIELD);
    }

    @Test
    void wordsThatComeLateStillTakeTheTurn() {
        verdicts("", SECOND_OF_SILENCE, Sounds.voice(240, 130, 8000), SECOND_OF_SILENCE);
        assertThat(interruption.accept(0, 0, "")).isEqualTo(Verdict.PLAY);
        assertThat(interruption.accept(0, 0, "yes")).isEqualTo(Verdict.YIELD);
    }

    @Test
    void mmHmMeansGoOn() {
        verdicts("嗯", SECOND_OF_SILENCE, Sounds.voice(240, 130, 8000), SECOND_OF_SILENCE);
        assertThat(interruption.accept(0, 0, "嗯 嗯")).isEqualTo(Verdict.PLAY);
    }

    @Test
    void theVerdictFallsWithinHalfASecond() {
        interruption(20);
        int frames = 0;
        for (int i = 0; interruption.accept(i % 8, 30, "") == Verdict.PAUSE; i++) {
            frames++;
        }
        assertThat(frames).isLessThanOrEqualTo(25);
    }

    @Test
    void echoOfThePromptsOnsetIsNotAnInterruption() {
        for (int i = 0; i < 15; i++) {
            assertThat(interruption.accept(i, 18, "")).isEqualTo(Verdict.PLAY);
        }
        assertThat(interruption.accept(16, 18, "")).isEqualTo(Verdict.PAUSE);
    }

    @Test
    void strongSpeechInterruptsEvenThere() {
        interruption(3);
        assertThat(interruption.accept(3, 30, "")).isEqualTo(Verdict.PAUSE);
        assertThat(interruption.stopTime()).contains(Duration.ofMillis(60));
    }

    private void interruption(int quietFrames) {
        for (int i = 0; i < quietFrames; i++) {
            interruption.accept(0, 0, "");
        }
    }

    private List<Verdict> verdicts(String partial, Pcm... sounds) {
        SpeechDetector detector = new SpeechDetector();
        List<Verdict> verdicts = new ArrayList<>();
        for (Frame frame : Sounds.onALine(Pcm.concat(List.of(sounds))).frames()) {
            verdicts.add(interruption.accept(detector.accept(frame), detector.strength(), partial));
        }
        return verdicts;
    }
}
