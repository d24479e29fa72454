package org.hotline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.recording.Recordings;
import org.hotline.supervision.web.Peaks;
import org.hotline.supervision.web.RecordingFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The recordings room as the pages see it. */
final class RecordingShelf implements RecordingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingShelf.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Recordings recordings;

    RecordingShelf(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Optional<Path> audio(String file) {
        return Optional.of(recordings.path(file)).filter(Files::exists);
    }

    @Override
    public Optional<Peaks> peaks(String file) {
        try {
            return Optional.of(loudness(JSON.readValue(recordings.peaks(file), org.hotline.recording.Peaks.class)));
        } catch (IOException missing) {
            LOG.atDebug().setCause(missing).log("a recording has no outline yet");
            return Optional.empty();
        }
    }

    /** Pairs of lowest and highest sample become one loudness each. */
    private static Peaks loudness(org.hotline.recording.Peaks outline) {
        int perSecond = outline.sampleRate() / outline.samplesPerPixel();
        return new Peaks(
                perSecond,
                Duration.ofMillis(outline.length() * 1000L / perSecond),
                side(outline, 0),
                side(outline, outline.channels() - 1));
    }

    private static byte[] side(org.hotline.recording.Peaks outline, int channel) {
        List<Integer> data = outline.data();
        byte[] loudest = new byte[outline.length()];
        for (int i = 0; i < loudest.length; i++) {
            int at = 2 * (i * outline.channels() + channel);
            loudest[i] = (byte) Math.min(127, Math.max(-data.get(at), data.get(at + 1)));
        }
        return loudest;
    }
}
