package org.hotline.speech;

import java.util.Arrays;
import org.hotline.audio.Pcm;

/** Makes prompts alike, whoever spoke them: no silence at the ends, one loudness. Pure; any thread. */
public final class Mastering {
    /** -20 dB below full scale: comfortable on a telephone, with room for peaks. */
    private static final double LOUDNESS = 3_277;

    private static final double HIGHEST_PEAK = 30_000;
    /** What lies 40 dB under the peak is taken for silence. */
    private static final double SILENCE = 0.01;

    private static final int MARGIN_MILLIS = 20;

    private Mastering() {}

    /** The sound without silence at its ends, at our loudness; empty if there is nothing but silence. */
    public static Pcm of(Pcm sound) {
        Pcm trimmed = trimmed(sound);
        double gain = Math.min(LOUDNESS / loudness(trimmed), HIGHEST_PEAK / peak(trimmed.samples()));
        short[] samples = trimmed.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(samples[i] * gain);
        }
        return Pcm.of(samples, sound.rate());
    }

    /** Root mean square of the samples that are not silence; 1 for silence. */
    static double loudness(Pcm sound) {
        double quiet = peak(sound.samples()) * SILENCE;
        double sum = 0;
        int count = 0;
        for (short sample : sound.samples()) {
            if (Math.abs(sample) > quiet) {
                sum += (double) sample * sample;
                count++;
            }
        }
        return count == 0 ? 1 : Math.sqrt(sum / count);
    }

    private static Pcm trimmed(Pcm sound) {
        short[] samples = sound.samples();
        double quiet = peak(samples) * SILENCE;
        int from = 0;
        while (from < samples.length && Math.abs(samples[from]) <= quiet) {
            from++;
        }
        int to = samples.length;
        while (to > from && Math.abs(samples[to - 1]) <= quiet) {
            to--;
        }
        if (from == to) {
            return Pcm.of(new short[0], sound.rate());
        }
        int margin = sound.rate() * MARGIN_MILLIS / 1000;
        return Pcm.of(
                Arrays.copyOfRange(samples, Math.max(0, from - margin), Math.min(samples.length, to + margin)),
                sound.rate());
    }

    private static double peak(short[] samples) {
        double peak = 1;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs((double) sample));
        }
        return peak;
    }
}
