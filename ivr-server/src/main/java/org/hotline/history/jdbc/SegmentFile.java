package org.hotline.history.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment being written; what is appended is on the disk before {@link #append} returns. Journal's thread. */
final class SegmentFile implements AutoCloseable {
    private final FileChannel file;
    private long size;

    SegmentFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        size = file.size();
    }

    /** Bytes in it. */
    long size() {
        return size;
    }

    /** Appends whole lines and waits for the disk. What could not be written whole leaves no trace. */
    void append(byte[] lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes, size + bytes.position());
            }
            file.force(false);
            size += lines.length;
        } catch (IOException e) {
            file.truncate(size);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
