package org.hotline.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.hotline.audio.Pcm;

/** Sounds for tests, made by arithmetic or read from the data folder beside the checkout. */
public final class Sounds {
    private Sounds() {}

    /** A vowel: pulses of a glottis at a drifting pitch through three resonances, swelling and fading. */
    public static Pcm voice(int millis, double pitch, int rate) {
        int length = millis * rate / 1000;
        double[] sound = new double[length];
        double phase = 1;
        for (int i = 0; i < length; i++) {
            phase += pitch * (1 + 0.08 * Math.sin(2 * Math.PI * 3 * i / rate)) / rate;
            if (phase >= 1) {
                phase -= 1;
                sound[i] = 1;
            }
        }
        resonate(sound, 600, 80, rate);
        resonate(sound, 1200, 100, rate);
        resonate(sound, 2500, 150, rate);
        for (int i = 0; i < length; i++) {
            sound[i] *= Math.sin(Math.PI * i / length);
        }
        return scaled(sound, 8000, rate);
    }

    /** White noise of a peak amplitude, the same for the same seed. */
    public static Pcm noise(int millis, double peak, int rate, long seed) {
        Random random = new Random(seed);
        double[] sound = new double[millis * rate / 1000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextDouble() * 2 - 1;
        }
        return scaled(sound, peak, rate);
    }

    /** Two sinusoids at once (give one frequency twice for a single tone). */
    public static Pcm tones(int millis, double one, double other, int rate) {
        double[] sound = new double[millis * rate / 1000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = Math.sin(2 * Math.PI * one * i / rate) + Math.sin(2 * Math.PI * other * i / rate + 1);
        }
        return scaled(sound, 8000, rate);
    }

    /** A burst of noise with a croak of voice in it. */
    public static Pcm cough(int rate) {
        return Pcm.concat(List.of(noise(60, 12000, rate, 1), voice(80, 140, rate), noise(80, 4000, rate, 2)));
    }

    /** {@code sound} with soft line noise under it. */
    public static Pcm onALine(Pcm sound) {
        Pcm hiss = noise((int) sound.duration().toMillis() + 1, 40, sound.rate(), 7);
        short[] mixed = sound.samples().clone();
        for (int i = 0; i < mixed.length && i < hiss.samples().length; i++) {
            mixed[i] = (short) Math.clamp(mixed[i] + hiss.samples()[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Pcm.of(mixed, sound.rate());
    }

    /** A mono 16-bit WAV file. */
    public static Pcm wav(Path file) {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            byte[] bytes = in.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return Pcm.of(samples, (int) in.getFormat().getSampleRate());
        } catch (IOException | UnsupportedAudioFileException wrong) {
            throw new IllegalStateException("cannot read " + file, wrong);
        }
    }

    /** The folder {@code shared/data/speech} beside the checkout or beside one of its parents. */
    public static Optional<Path> data() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/speech");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static void resonate(double[] sound, double frequency, double bandwidth, int rate) {
        double radius = Math.exp(-Math.PI * bandwidth / rate);
        double first = 2 * radius * Math.cos(2 * Math.PI * frequency / rate);
        double second = -radius * radius;
        for (int i = 2; i < sound.length; i++) {
            sound[i] += first * sound[i - 1] + second * sound[i - 2];
        }
    }

    private static Pcm scaled(double[] sound, double peak, int rate) {
        double largest = 1e-9;
        for (double sample : sound) {
            largest = Math.max(largest, Math.abs(sample));
        }
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            samples[i] = (short) Math.round(sound[i] / largest * peak);
        }
        return Pcm.of(samples, rate);
    }
}
