package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.junit.jupiter.api.Test;

class SpeechDetectorTest {
    private static final int[] RATES = {8000, 16000};

    @Test
    void aVoiceIsSpeechWithinAHundredMilliseconds() {
        for (int rate : RATES) {
            for (double pitch : new double[] {90, 130, 210, 300}) {
                List<Integer> speech = heard(Sounds.onALine(Pcm.concat(List.of(
                        Pcm.silence(Duration.ofMillis(600), rate),
                        Sounds.voice(600, pitch, rate),
                        Pcm.silence(Duration.ofMillis(600), rate)))));
                int onset = firstSpeech(speech);
                assertThat(onset).as("onset at " + pitch + " Hz").isBetween(30, 36);
                assertThat(speech.get(onset)).as("counted from before").isGreaterThanOrEqualTo(3);
                assertThat(speech.get(50)).as("in the middle").isPositive();
                assertThat(speech.getLast()).as("afterwards").isZero();
            }
        }
    }

    @Test
    void silenceNoiseTonesAndKeysAreNoSpeech() {
        for (int rate : RATES) {
            List<Pcm> sounds = new ArrayList<>(List.of(
                    Pcm.silence(Duration.ofSeconds(2), rate),
                    Sounds.noise(3000, 6000, rate, 3),
                    Sounds.tones(2000, 440, 480, rate),
                    Sounds.tones(2000, 350, 440, rate),
                    Sounds.tones(2000, 425, 425, rate),
                    Sounds.tones(2000, 1000, 1000, rate),
                    Sounds.tones(1000, 1100, 1100, rate)));
            for (double[] key : new double[][] {{697, 1209}, {770, 1336}, {852, 1477}, {941, 1633}, {941, 1336}}) {
                sounds.add(Sounds.tones(100, key[0], key[1], rate));
            }
            for (Pcm sound : sounds) {
                Pcm line = Sounds.onALine(Pcm.concat(List.of(
                        Pcm.silence(Duration.ofMillis(610), rate), sound, Pcm.silence(Duration.ofMillis(610), rate))));
                assertThat(heard(line)).as(sound + "").containsOnly(0);
            }
        }
    }

    @Test
    void dialledKeysInQuickSuccessionAreNoSpeech() {
        List<Pcm> keys = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            keys.add(Sounds.tones(70, 697 + 73 * (i % 4), 1209 + 127 * (i % 3), 8000));
            keys.add(Pcm.silence(Duration.ofMillis(50), 8000));
        }
        assertThat(heard(Sounds.onALine(Pcm.concat(keys)))).containsOnly(0);
    }

    @Test
    void theEndOfAWordMayBeVoiceless() {
        List<Integer> speech = heard(Sounds.onALine(Pcm.concat(List.of(
                Pcm.silence(Duration.ofMillis(600), 8000),
                Sounds.voice(200, 120, 8000),
                Sounds.noise(160, 3000, 8000, 5),
                Pcm.silence(Duration.ofMillis(400), 8000)))));
        assertThat(speech.subList(38, 47)).allMatch(frames -> frames > 0);
        assertThat(speech.subList(55, 60)).containsOnly(0);
    }

    @Test
    void humanDigitsAreHeard() throws IOException {
        List<Path> digits = files("digits", "_([5-9])\\.wav");
        long missed = digits.stream()
                .filter(file -> firstSpeech(heard(withSilence(Sounds.wav(file)))) < 0)
                .count();
        assertThat(missed).as("of " + digits.size()).isLessThanOrEqualTo(digits.size() / 100);
    }

    @Test
    void roomNoiseIsMostlyNoSpeech() throws IOException {
        for (Path file : files("noise", "\\.wav")) {
            List<Integer> speech = heard(Sounds.wav(file));
            List<Integer> afterTwoSeconds = speech.subList(105, speech.size());
            assertThat(afterTwoSeconds.stream().filter(frames -> frames > 0).count())
                    .as(file.getFileName() + "")
                    .isLessThan(afterTwoSeconds.size() / 50);
        }
    }

    @Test
    void aCallerTalksAboutHalfOfTheTime() throws IOException {
        for (Path file : files("call-centre", "\\.wav")) {
            List<Integer> speech = heard(Sounds.wav(file));
            double share = (double) speech.stream().filter(frames -> frames > 0).count() / speech.size();
            assertThat(share).as(file.getFileName() + "").isBetween(0.25, 0.65);
        }
    }

    private static Pcm withSilence(Pcm sound) {
        Pcm silence = Pcm.silence(Duration.ofMillis(400), sound.rate());
        return Sounds.onALine(Pcm.concat(List.of(silence, sound, silence)));
    }

    static List<Integer> heard(Pcm sound) {
        SpeechDetector detector = new SpeechDetector();
        List<Integer> speech = new ArrayList<>();
        for (Frame frame : sound.frames()) {
            speech.add(detector.accept(frame));
        }
        return speech;
    }

    private static int firstSpeech(List<Integer> speech) {
        for (int i = 0; i < speech.size(); i++) {
            if (speech.get(i) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<Path> files(String folder, String pattern) throws IOException {
        assumeTrue(Sounds.data().isPresent(), "no shared/data/speech beside the checkout");
        try (Stream<Path> files = Files.list(Sounds.data().orElseThrow().resolve(folder))) {
            return files.filter(file -> (file + "").matches(".*" + pattern))
                    .sorted()
                    .toList();
        }
    }
}
