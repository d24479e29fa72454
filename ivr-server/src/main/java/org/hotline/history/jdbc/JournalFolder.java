package org.hotline.history.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Where the {@link Segment}s of the journal lie, and {@code damaged}, what could not be stored. Any thread. */
final class JournalFolder {
    private final Path path;

    /** @throws UncheckedIOException if it cannot be made; the message names it */
    JournalFolder(Path path) {
        this.path = path.toAbsolutePath();
        try {
            Files.createDirectories(this.path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal of calls " + path + ": " + e.getMessage(), e);
        }
    }

    /** Oldest first. */
    List<Segment> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().flatMap(file -> Segment.of(file).stream()).toList();
        }
    }

    /** An empty one, whose name survives a power cut. */
    SegmentFile begin(String writer, long first) throws IOException {
        SegmentFile file = new SegmentFile(Segment.of(path, writer, first).path());
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** Its lines are in the database for good. */
    void drop(Segment segment) throws IOException {
        Files.deleteIfExists(segment.path());
    }

    /** Keeps a line that cannot be stored for somebody to look at. */
    void putAside(String line) throws IOException {
        Files.writeString(
                path.resolve("damaged"),
                line.endsWith("\n") ? line : line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
