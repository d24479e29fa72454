package org.hotline.history.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a segment that may still grow. A line without its end was never acknowledged. Feeder's thread. */
final class SegmentReader implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final Segment segment;
    private final FileChannel file;
    private long at;

    SegmentReader(Segment segment) throws IOException {
        this.segment = segment;
        this.file = FileChannel.open(segment.path(), StandardOpenOption.READ);
    }

    Segment segment() {
        return segment;
    }

    /** Some of the lines not yet read, without their ends; none if there are no more for now. */
    List<String> next() throws IOException {
        for (int size = BLOCK; ; size *= 2) {
            ByteBuffer block = ByteBuffer.allocate(size);
            int read = file.read(block, at);
            List<String> lines = lines(block.array(), Math.max(read, 0));
            boolean written = read > 0 && block.get(0) != 0; // zeros wait to be written over
            if (!lines.isEmpty() || !written || read < size) {
                return lines;
            }
        }
    }

    private List<String> lines(byte[] block, int length) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                lines.add(new String(block, begin, i - begin, StandardCharsets.UTF_8));
                begin = i + 1;
            }
        }
        at += begin;
        return lines;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
