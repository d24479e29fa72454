package org.hotline.call.asterisk;

import java.util.List;
import java.util.stream.Stream;
import org.hotline.audio.ComfortNoise;
import org.hotline.audio.Frame;

/** A second of quiet noise, to be sent over and over while nothing is said. Immutable; any thread. */
final class Noise {
    private static final int LEVEL = 66;
    private static final List<Frame> AT_8 = second(8_000);
    private static final List<Frame> AT_16 = second(16_000);

    private Noise() {}

    /** The noise of this round, 20 ms. */
    static Frame of(long round, int rate) {
        List<Frame> frames = rate == Frame.TELEPHONE_RATE ? AT_8 : AT_16;
        return frames.get(Math.floorMod(round, frames.size()));
    }

    private static List<Frame> second(int rate) {
        ComfortNoise noise = ComfortNoise.below(LEVEL, rate);
        return Stream.generate(() -> noise.next(rate)).limit(Frame.PER_SECOND).toList();
    }
}
