package org.hotline.history.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Batches that the database could not take, in a file, one JSON line each; on the disk before {@link #add} returns.
 * Belongs to the journal's thread.
 */
final class Spool implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BLOCK = 64 * 1024;

    private final Path path;
    private final FileChannel file;
    private long begin;

    private record Line(String writer, long batch, List<Item> events) {}

    private record Item(String call, String kind, String json) {}

    /** @throws UncheckedIOException if the file cannot be opened; the message names it */
    Spool(Path path) {
        this.path = path.toAbsolutePath();
        try {
            Files.createDirectories(this.path.resolveSibling("."));
            this.file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.truncate(wholeLines());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the spool " + path + ": " + e.getMessage(), e);
        }
    }

    /** Bytes up to the last end of a line: what follows was never acknowledged. */
    private long wholeLines() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            file.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    boolean isEmpty() throws IOException {
        return begin >= file.size();
    }

    /** Appends a batch and waits for the disk. A batch that could not be written whole leaves no trace. */
    void add(Batch batch) throws IOException {
        long before = file.size();
        ByteBuffer line = ByteBuffer.wrap(write(batch));
        try {
            long at = before;
            while (line.hasRemaining()) {
                at += file.write(line, at);
            }
            file.force(false);
        } catch (IOException e) {
            file.truncate(before);
            throw e;
        }
    }

    /** The oldest batch not yet removed. Damaged ones before it are put aside into {@code <spool>.damaged}. */
    Optional<Batch> first() throws IOException {
        while (!isEmpty()) {
            byte[] line = line();
            try {
                return Optional.of(read(line));
            } catch (RuntimeException damaged) {
                putAside(line);
                removeFirst();
            }
        }
        return Optional.empty();
    }

    /** Keeps a batch that cannot be stored for somebody to look at. */
    void putAside(Batch batch) throws IOException {
        putAside(write(batch));
    }

    private void putAside(byte[] line) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        Files.write(aside, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Removes the first line; the file is emptied behind the last. */
    void removeFirst() throws IOException {
        begin += line().length;
        if (isEmpty()) {
            file.truncate(0);
            file.force(false);
            begin = 0;
        }
    }

    /** The first line with its end. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long at = begin; file.read(block.clear(), at) > 0; at += block.position()) {
            for (int i = 0; i < block.position(); i++) {
                line.write(block.get(i));
                if (block.get(i) == '\n') {
                    return line.toByteArray();
                }
            }
        }
        return line.toByteArray();
    }

    private static byte[] write(Batch batch) {
        List<Item> items = batch.entries().stream()
                .map(entry ->
                        new Item(entry.call().text(), EventJson.kind(entry.event()), EventJson.write(entry.event())))
                .toList();
        byte[] json = JSON.writeValueAsBytes(new Line(batch.writer(), batch.number(), items));
        ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n');
        return line.array();
    }

    /** @throws RuntimeException if it is not a batch */
    private static Batch read(byte[] json) {
        Line line = JSON.readValue(json, Line.class);
        List<Entry> entries = line.events().stream()
                .map(item -> new Entry(new CallId(item.call()), EventJson.read(item.kind(), item.json())))
                .toList();
        return new Batch(line.writer(), line.batch(), entries);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
