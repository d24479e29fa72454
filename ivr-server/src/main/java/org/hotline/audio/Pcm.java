package org.hotline.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of mono sound of any length: signed 16-bit linear samples at {@link #rate()} hertz.
 *
 * <p>Immutable by agreement, like {@link Frame}; safe to share between threads.
 */
public final class Pcm {
    private final short[] samples;
    private final int rate;

    private Pcm(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /** Sound over {@code samples} (not copied, not to be written to afterwards) at {@code rate} hertz. */
    public static Pcm of(short[] samples, int rate) {
        if (rate <= 0) {
            throw new IllegalArgumentException("sample rate must be positive, not " + rate);
        }
        return new Pcm(samples, rate);
    }

    /** {@code length} of silence at {@code rate} hertz. */
    public static Pcm silence(Duration length, int rate) {
        return of(new short[Math.toIntExact(length.toMillis() * rate / 1000)], rate);
    }

    /** The pieces one after the other; all must have the same rate. At least one piece. */
    public static Pcm concat(List<Pcm> pieces) {
        int rate = pieces.getFirst().rate;
        int length = 0;
        for (Pcm piece : pieces) {
            if (piece.rate != rate) {
                throw new IllegalArgumentException("cannot join " + rate + " Hz and " + piece.rate + " Hz");
            }
            length += piece.samples.length;
        }
        short[] all = new short[length];
        int at = 0;
        for (Pcm piece : pieces) {
            System.arraycopy(piece.samples, 0, all, at, piece.samples.length);
            at += piece.samples.length;
        }
        return of(all, rate);
    }

    /** Frames of exactly 20 ms; the last one is filled up with silence. Empty for empty sound. */
    public List<Frame> frames() {
        int size = rate / Frame.PER_SECOND;
        List<Frame> frames = new ArrayList<>((samples.length + size - 1) / size);
        for (int at = 0; at < samples.length; at += size) {
            frames.add(Frame.of(Arrays.copyOfRange(samples, at, at + size), rate));
        }
        return frames;
    }

    /** The samples themselves, not a copy: read only. */
    public short[] samples() {
        return samples;
    }

    /** Sample rate in hertz. */
    public int rate() {
        return rate;
    }

    /** How long it sounds. */
    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    }

    @Override
    public String toString() {
        return "Pcm[" + rate + " Hz, " + duration().toMillis() + " ms]";
    }
}
