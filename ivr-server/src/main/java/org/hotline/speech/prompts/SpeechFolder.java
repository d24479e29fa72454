package org.hotline.speech.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.audio.Pcm;
import org.hotline.audio.Wav;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech on disk, one file a sound, up to a number of bytes: what has not been read for longest goes first. A file's time of
 * change says when it was last read, so the order outlives a restart. Any thread; nobody reads half a file.
 */
public final class SpeechFolder {
    private record Kept(Path file, long bytes, FileTime read) {}

    private static final Logger LOG = LoggerFactory.getLogger(SpeechFolder.class);

    private final Path folder;
    private final long most;
    private final InstantSource clock;
    private long since; // bytes written since the folder was last measured, guarded by this

    /**
     * @param folder made when needed; holds nothing else
     * @param most bytes it may hold; for a moment a sixteenth more
     * @param clock says when a sound was read
     */
    public SpeechFolder(Path folder, long most, InstantSource clock) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
        this.since = most;
    }

    /** The sound of this name; nothing if it is not here or cannot be read. */
    Optional<Pcm> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Pcm sound = Wav.read(file);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return Optional.of(sound);
        } catch (IOException damaged) {
            LOG.atWarn().addKeyValue("file", file).log("cached speech cannot be read and is made anew");
            return Optional.empty();
        }
    }

    /** Keeps a sound, by a file of another name first. A full disk costs the cache, not the call. */
    void write(String name, Pcm sound) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                Wav.write(part, sound);
                Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            written(2L * sound.samples().length);
        } catch (IOException unwritable) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(unwritable).log("speech cannot be cached on disk");
        }
    }

    /** Looks through the folder after every sixteenth of what it may hold, and at the first write. */
    private synchronized void written(long bytes) throws IOException {
        since += bytes;
        if (since >= most / 16) {
            since = 0;
            shrink();
        }
    }

    private void shrink() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        long held = all.stream().mapToLong(Kept::bytes).sum();
        all.sort(Comparator.comparing(Kept::read));
        for (Kept oldest : all) {
            if (held <= most) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            held -= oldest.bytes();
        }
    }
}
