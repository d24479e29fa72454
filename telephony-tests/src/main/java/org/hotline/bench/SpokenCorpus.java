package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.espeak.EspeakSynthesizer;

/** What callers say, spoken by espeak-ng in several voices and brought to the telephone's rate over a faint hiss. */
public final class SpokenCorpus {
    /** Open answers. */
    static final List<String> PROBLEMS = List.of(
            "where is my parcel",
            "my parcel has not arrived yet",
            "i want my money back",
            "i was charged twice for the same order",
            "my payment failed but the money is gone",
            "you sent me the wrong item",
            "i want to speak to someone",
            "my account is locked",
            "i need an invoice for my last order",
            "i want to return a jacket that does not fit",
            "can you tell me when my refund will come",
            "the delivery driver did not ring the bell",
            "i would like to change the delivery address",
            "i forgot my password and can not log in",
            "please cancel the order from yesterday",
            "the screen of the phone is broken");

    /** Closed answers. */
    static final List<String> YES_NO = List.of("yes", "no", "yes please", "no thank you", "that is right");

    static final List<String> DIGITS = List.of("zero one two three four five six seven eight nine".split(" ", -1));

    private static final List<String> VOICES = List.of("en-us", "en-gb", "en-us+f3", "en-gb+m3");
    private static final int RATE = 8000;

    /** The rate that sound at 8 kHz is taken for. */
    private static final List<Integer> PITCHES = List.of(8000, 8500, 7500, 8250);

    private SpokenCorpus() {}

    /** Numbers of four digits. */
    static List<String> fourDigits() {
        return IntStream.range(0, 10)
                .mapToObj(i -> String.join(
                        " ", DIGITS.get(i), DIGITS.get((i + 3) % 10), DIGITS.get((3 * i + 7) % 10), DIGITS.get(9 - i)))
                .toList();
    }

    /** Whether espeak-ng is here. */
    public static boolean isPossible() {
        try {
            return new ProcessBuilder("espeak-ng", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Every sentence in every voice. */
    static List<Pcm> spoken(List<String> sentences) {
        List<Pcm> all = new ArrayList<>();
        for (int voice = 0; voice < VOICES.size(); voice++) {
            for (String sentence : sentences) {
                all.add(spoken(sentence, voice));
            }
        }
        return all;
    }

    /**
     * One sentence in one of several voices, without the silence around it.
     *
     * @param voice any number; the same number is the same voice
     */
    public static Pcm spoken(Language language, String sentence, int voice) {
        return switch (language) {
            case ENGLISH -> spoken(sentence, voice);
            case MANDARIN -> mandarin(sentence, voice);
        };
    }

    /** The voice that there is, a little higher and faster or lower and slower, as other people are. */
    private static Pcm mandarin(String sentence, int voice) {
        Pcm sound = new EspeakSynthesizer("espeak-ng")
                .speak(Language.MANDARIN, List.of(new Piece.Text(sentence)), RATE)
                .orElseThrow(() -> new IllegalStateException("espeak-ng does not speak: is it installed?"));
        int pitch = PITCHES.get(Math.floorMod(voice, PITCHES.size()));
        return trimmed(Resampler.convert(Pcm.of(sound.samples(), pitch), RATE));
    }

    /** One English sentence in voice number {@code voice}, without the silence around it. */
    static Pcm spoken(String sentence, int voice) {
        try {
            Path file = Files.createTempFile("spoken", ".wav");
            Process process = new ProcessBuilder(
                            "espeak-ng",
                            "-v",
                            VOICES.get(Math.floorMod(voice, VOICES.size())),
                            "-w",
                            file.toString(),
                            sentence)
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            Pcm sound = Resampler.convert(Wav.read(file), RATE);
            Files.delete(file);
            return trimmed(sound);
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException("espeak-ng does not speak", problem);
        }
    }

    /** {@code sound} with a hiss of about -60 dBFS under it, as every line has one. */
    public static Pcm onALine(Pcm sound, long seed) {
        Random random = new Random(seed);
        short[] mixed = sound.samples().clone();
        for (int i = 0; i < mixed.length; i++) {
            int hiss = (int) Math.round(random.nextGaussian() * 25);
            mixed[i] = (short) Math.clamp(mixed[i] + hiss, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Pcm.of(mixed, sound.rate());
    }

    /** Without the silence around it. */
    static Pcm trimmed(Pcm sound) {
        short[] samples = sound.samples();
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) < 200) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) < 200) {
            to--;
        }
        return Pcm.of(java.util.Arrays.copyOfRange(samples, from, to), sound.rate());
    }
}
