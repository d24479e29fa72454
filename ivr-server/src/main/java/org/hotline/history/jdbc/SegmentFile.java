package org.hotline.history.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A segment being written; what is appended is on the disk before {@link #append} returns. It grows by blocks of zeros, so
 * that most appends change nothing but data and the disk has one thing to write instead of two. Journal's thread.
 */
final class SegmentFile implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;

    private final FileChannel file;
    private long size;
    private long allocated;

    SegmentFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        size = file.size();
        allocated = size;
    }

    /** Bytes of lines in it. */
    long size() {
        return size;
    }

    /** Appends whole lines and waits for the disk. What could not be written whole leaves no trace. */
    void append(byte[] lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        try {
            allocate(size + lines.length);
            write(bytes, size);
            file.force(false);
            size += lines.length;
        } catch (IOException e) {
            file.truncate(size);
            allocated = size;
            throw e;
        }
    }

    private void allocate(long wanted) throws IOException {
        while (allocated < wanted) {
            write(ByteBuffer.allocate(BLOCK), allocated);
            allocated += BLOCK;
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes, at + bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
