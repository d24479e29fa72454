package org.hotline.supervision.web;

import java.nio.file.Path;
import java.util.Optional;

/** Where the sound of calls is to be had. Any thread. */
public interface RecordingFiles {
    /**
     * The file on this machine.
     *
     * @param file the name in the call's record ({@link org.hotline.history.Cdr#recording()})
     * @return a {@code .wav} or {@code .opus} file; nothing if it is gone
     */
    Optional<Path> audio(String file);

    /** The waveform of that recording; nothing if there is none yet. */
    Optional<Peaks> peaks(String file);
}
