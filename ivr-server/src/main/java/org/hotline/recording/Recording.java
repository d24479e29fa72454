package org.hotline.recording;

import java.time.Duration;

/**
 * A finished recording.
 *
 * @param file relative to the recordings folder, with {@code /} between names
 * @param length from the answer to the end of the call
 * @param lost how much of it is silence because it could not be written
 */
public record Recording(String file, Duration length, Duration lost) {
    /** True if some of the sound is missing. */
    public boolean isDegraded() {
        return !lost.isZero();
    }
}
