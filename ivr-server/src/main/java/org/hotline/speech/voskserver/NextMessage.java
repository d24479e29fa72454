package org.hotline.speech.voskserver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.audio.Resampler;

/** Sound on its way to the server: frames at the rate it wants, as 16-bit little-endian samples. Belongs to the call's thread. */
final class NextMessage {
    /** Frames in a message at the most. */
    static final int MOST = 50;

    private final Optional<Resampler> resampler;
    private final int bytesAFrame;
    private ByteBuffer sound;

    /**
     * @param rate hertz of the frames that will come
     * @param wanted hertz of the message
     */
    NextMessage(int rate, int wanted) {
        resampler = wanted == rate ? Optional.empty() : Optional.of(Resampler.of(rate, wanted));
        bytesAFrame = wanted / Frame.PER_SECOND * Short.BYTES;
        sound = empty();
    }

    /** Adds a frame; there must be room. */
    void add(Frame heard) {
        Frame frame = resampler.isPresent() ? resampler.get().next(heard) : heard;
        sound.asShortBuffer().put(frame.samples());
        sound.position(sound.position() + bytesAFrame);
    }

    int frames() {
        return sound.position() / bytesAFrame;
    }

    /** The message; from now on frames go into another one. */
    ByteBuffer take() {
        ByteBuffer full = sound.flip();
        sound = empty();
        return full;
    }

    private ByteBuffer empty() {
        return ByteBuffer.allocate(MOST * bytesAFrame).order(ByteOrder.LITTLE_ENDIAN);
    }
}
