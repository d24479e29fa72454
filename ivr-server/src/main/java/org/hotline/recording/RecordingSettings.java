package org.hotline.recording;

import java.time.Duration;

/**
 * How recordings are written.
 *
 * @param writeEvery what was heard reaches the operating system at the latest after this time (survives {@code kill -9})
 * @param syncEvery and the disk after this (survives a power cut)
 * @param buffer how long a stalled disk is bridged in memory before sound is lost
 */
public record RecordingSettings(Duration writeEvery, Duration syncEvery, Duration buffer) {
    /** 400 ms, 5 s, 10 s. */
    public static final RecordingSettings DEFAULT =
            new RecordingSettings(Duration.ofMillis(400), Duration.ofSeconds(5), Duration.ofSeconds(10));
}
