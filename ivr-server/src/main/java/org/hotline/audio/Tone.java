package org.hotline.audio;

import java.time.Duration;
import java.util.List;

/** Sounds of the telephone network made by arithmetic. Amplitudes are peaks, 0 to 32,767. Pure; any thread. */
public final class Tone {
    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final int LOUDNESS = 6000;
    /** Faded in and out, or it clicks. */
    private static final Duration EDGE = Duration.ofMillis(5);

    private Tone() {}

    /** A pure sine of {@code hertz}. */
    public static Pcm sine(double hertz, int amplitude, Duration length, int rate) {
        return chord(List.of(hertz), amplitude, length, rate);
    }

    /** Several sines at once, each of {@code amplitude}; faded in and out within 5 ms. */
    public static Pcm chord(List<Double> hertz, int amplitude, Duration length, int rate) {
        short[] samples = new short[Math.toIntExact(length.toMillis() * rate / 1000)];
        double edge = EDGE.toMillis() * rate / 1000.0;
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (double each : hertz) {
                sum += Math.sin(2 * Math.PI * each * i / rate);
            }
            double gain = Math.min(1, Math.min(i, samples.length - 1 - i) / edge);
            samples[i] = (short) Math.clamp(Math.round(sum * gain * amplitude), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return Pcm.of(samples, rate);
    }

    /** The beep after which one may speak: 200 ms of 1 kHz. */
    public static Pcm beep(int rate) {
        return sine(1000, LOUDNESS, Duration.ofMillis(200), rate);
    }

    /** One period of ringing as the caller hears it: 1 s on, 4 s off, 425 Hz (ITU-T E.180). */
    public static Pcm ringing(int rate) {
        return cadence(Duration.ofSeconds(1), Duration.ofSeconds(4), rate);
    }

    /** One period of the busy tone: half a second on, half a second off, 425 Hz (ITU-T E.180). */
    public static Pcm busy(int rate) {
        return cadence(Duration.ofMillis(500), Duration.ofMillis(500), rate);
    }

    /**
     * A key as it sounds in the band (ITU-T Q.23).
     *
     * @throws IllegalArgumentException if it is none of {@code 0-9 * # A-D}
     */
    public static Pcm key(char key, Duration length, int rate) {
        int at = KEYS.indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return chord(List.of((double) ROWS[at / 4], (double) COLUMNS[at % 4]), LOUDNESS, length, rate);
    }

    private static Pcm cadence(Duration on, Duration off, int rate) {
        return Pcm.concat(List.of(sine(425, LOUDNESS, on, rate), Pcm.silence(off, rate)));
    }
}
