package org.hotline.supervision.web;

import java.nio.file.Path;
import java.util.Locale;

/** What a recording's sound is kept in. */
enum RecordingFormat {
    WAV("audio/wav"),
    OPUS("audio/ogg");

    private final String type;

    RecordingFormat(String type) {
        this.type = type;
    }

    static RecordingFormat of(Path file) {
        return file.toString().endsWith(".opus") ? OPUS : WAV;
    }

    /** As the API writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type. */
    String type() {
        return type;
    }
}
