package org.hotline.history.jdbc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal from its oldest line to its end, however many segments and writers it has. Feeder's thread. */
final class JournalReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final JournalFolder folder;
    private Optional<SegmentReader> current = Optional.empty();

    JournalReader(JournalFolder folder) {
        this.folder = folder;
    }

    /** The segment being read; all before it have been read to their ends. */
    Optional<Segment> position() {
        return current.map(SegmentReader::segment);
    }

    /** Some lines more, of one writer; none if this is the end for now. Lines that make no sense are put aside. */
    Optional<Batch> next() throws IOException {
        while (true) {
            Optional<Segment> later = later(); // asked before reading: the one before it is complete by now
            if (current.isPresent()) {
                List<String> texts = current.get().next();
                List<Line> lines = lines(texts);
                if (!lines.isEmpty()) {
                    return Optional.of(new Batch(current.get().segment().writer(), lines));
                }
                if (!texts.isEmpty()) {
                    continue;
                }
            }
            if (later.isEmpty()) {
                return Optional.empty();
            }
            rewind();
            current = Optional.of(new SegmentReader(later.get()));
        }
    }

    private Optional<Segment> later() throws IOException {
        return folder.segments().stream()
                .filter(segment -> position().isEmpty() || position().get().isBefore(segment))
                .findFirst();
    }

    private List<Line> lines(List<String> texts) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            try {
                lines.add(Line.read(text));
            } catch (RuntimeException damaged) {
                LOG.atError().log("a line of the journal is damaged: put aside");
                folder.putAside(text);
            }
        }
        return lines;
    }

    /** Begins again at the oldest line. */
    void rewind() throws IOException {
        if (current.isPresent()) {
            current.get().close();
        }
        current = Optional.empty();
    }
}
