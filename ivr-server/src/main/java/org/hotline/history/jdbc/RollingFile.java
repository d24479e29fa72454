package org.hotline.history.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The end of the journal: lines go into one segment after the other, so that old ones can be dropped. Journal's thread. */
final class RollingFile implements AutoCloseable {
    /** Bytes; about ten seconds of 150 calls a second. */
    static final long FULL = 4L << 20;

    private final JournalFolder folder;
    private final String writer;
    private Optional<SegmentFile> current = Optional.empty();

    RollingFile(JournalFolder folder, String writer) {
        this.folder = folder;
        this.writer = writer;
    }

    /** Appends lines and waits for the disk: all of them are there or, with an exception, none. */
    void append(List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> line.write(text));
        if (current.isEmpty() || current.get().size() >= FULL) {
            begin(lines.getFirst().number());
        }
        current.orElseThrow().append(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Goes on in a fresh segment, unless the present one has nothing in it. */
    void roll(long next) throws IOException {
        if (current.filter(file -> file.size() > 0).isPresent()) {
            begin(next);
        }
    }

    private void begin(long first) throws IOException {
        SegmentFile fresh = folder.begin(writer, first);
        close();
        current = Optional.of(fresh);
    }

    @Override
    public void close() throws IOException {
        if (current.isPresent()) {
            current.get().close();
        }
        current = Optional.empty();
    }
}
