package org.hotline.recording;

import java.time.Duration;
import java.util.List;
import org.hotline.audio.Pcm;

/** Keeps finished recordings small. Any thread but a call's: everything here takes its time. */
public interface Archive {
    /**
     * Encodes a finished WAV recording, checks that the result plays and is as long, writes its {@link Peaks}, and only
     * then deletes the WAV. Archiving what is archived already answers the same again.
     *
     * @param file as in {@link Recorder#file()}
     * @throws java.io.UncheckedIOException if it cannot be read or written or the result is not as it should be; the WAV
     *     is untouched then. The message names the file.
     */
    Archived archive(String file);

    /**
     * The sound of a recording or message, WAV or archived, whole in memory (16 kB a second and channel at 8 kHz).
     *
     * @param rate wanted sample rate in hertz
     * @return one a channel: caller, then us
     * @throws java.io.UncheckedIOException if it cannot be read; the message names it
     */
    List<Pcm> read(String file, int rate);

    /**
     * An archived recording.
     *
     * @param file relative to the recordings folder
     * @param length how long it plays
     */
    record Archived(String file, Duration length) {}
}
