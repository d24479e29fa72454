package org.hotline.phone;

import org.hotline.audio.Frame;

/** What the person on the phone speaks into. Any thread. */
interface Mouth extends AutoCloseable {
    /** Says this after what is still to be said. */
    void say(Iterable<Frame> frames);

    /** Presses a key for 100 ms. */
    void press(char key);

    /** True when all that was to be said is said. */
    boolean isQuiet();

    /** No more sound, as when the battery dies. */
    void fallSilent();

    /** Shows every frame of sound that is sent or comes from now on to {@code observer}, where sound goes in packets (RTP). */
    default void watch(LineWatch observer) {}

    @Override
    void close();
}
