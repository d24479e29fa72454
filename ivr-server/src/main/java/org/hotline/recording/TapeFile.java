package org.hotline.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.recording.Tape.Moment;

/**
 * One tape's file while it is written: 16-bit linear WAV. Each frame has its own place in the file; what is never
 * written there reads as zeros, which is silence. All methods but {@link #sync} belong to the writer thread.
 */
final class TapeFile {
    /** Opens (creating it) a file for writing. */
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    private final Tape tape;
    private final Path path;
    private final Opener opener;
    private final WavHeader header;
    private volatile Optional<FileChannel> channel = Optional.empty();
    private volatile boolean dirty;

    TapeFile(Tape tape, Path path, Opener opener) {
        this.tape = tape;
        this.path = path;
        this.opener = opener;
        this.header = new WavHeader(tape.channels(), tape.rate(), WavHeader.OPEN);
    }

    Tape tape() {
        return tape;
    }

    /**
     * Writes all that is there.
     *
     * @param chunk scratch space for at least one frame, little endian
     * @return true if there was anything to write
     * @throws IOException if some of it could not be written: it is counted as lost
     */
    boolean write(ByteBuffer chunk) throws IOException {
        long begin = 0;
        int frames = 0;
        for (Optional<Moment> next = tape.take(); next.isPresent(); next = tape.take()) {
            Moment moment = next.get();
            boolean follows = moment.number() == begin + frames && chunk.remaining() >= header.frameBytes();
            if (frames > 0 && !follows) {
                flush(chunk, begin, frames);
                frames = 0;
            }
            if (frames == 0) {
                begin = moment.number();
                chunk.clear();
            }
            put(chunk, moment);
            frames++;
        }
        if (frames > 0) {
            flush(chunk, begin, frames);
        }
        return frames > 0;
    }

    private void put(ByteBuffer chunk, Moment moment) {
        short[] left = samples(moment.left());
        if (header.channels() == 1) {
            for (short sample : left) {
                chunk.putShort(sample);
            }
            return;
        }
        short[] right = samples(moment.right());
        for (int i = 0; i < left.length; i++) {
            chunk.putInt((left[i] & 0xFFFF) | right[i] << 16); // both at once, the left one first: little endian
        }
    }

    private short[] samples(Frame frame) {
        return (frame.rate() == header.rate() ? frame : Frame.silence(header.rate())).samples();
    }

    private void flush(ByteBuffer chunk, long begin, int frames) throws IOException {
        chunk.flip();
        try {
            FileChannel file = opened();
            long at = WavHeader.SIZE + begin * header.frameBytes();
            while (chunk.hasRemaining()) {
                at += file.write(chunk, at);
            }
            dirty = true;
        } catch (IOException e) {
            tape.lose(frames);
            throw e;
        } finally {
            chunk.clear();
        }
    }

    private FileChannel opened() throws IOException {
        if (channel.isPresent()) {
            return channel.get();
        }
        Files.createDirectories(parent());
        FileChannel fresh = opener.open(path);
        try {
            ByteBuffer head = header.encode();
            while (head.hasRemaining()) {
                fresh.write(head, head.position());
            }
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        channel = Optional.of(fresh);
        return fresh;
    }

    private Path parent() {
        return Optional.ofNullable(path.getParent()).orElse(Path.of("."));
    }

    /** Waits until what was written is on the disk. Any thread. */
    void sync() throws IOException {
        Optional<FileChannel> open = channel;
        if (dirty && open.isPresent()) {
            dirty = false;
            open.get().force(false);
        }
    }

    /** Finishes the file: true lengths in the header, all on the disk; none if it is empty or to be discarded. */
    void close() throws IOException {
        if (tape.isDiscarded() || tape.length() == 0) {
            closeChannel();
            Files.deleteIfExists(path);
            return;
        }
        FileChannel file = opened();
        long bytes = tape.length() * header.frameBytes();
        if (bytes > 0 && file.size() < WavHeader.SIZE + bytes) {
            file.write(ByteBuffer.allocate(1), WavHeader.SIZE + bytes - 1);
        }
        new WavHeader(header.channels(), header.rate(), bytes).write(file);
        closeChannel();
    }

    private void closeChannel() throws IOException {
        Optional<FileChannel> open = channel;
        channel = Optional.empty();
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
