package org.hotline.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The 44 bytes before the samples of a 16-bit WAV file.
 *
 * <p>While a file grows its two lengths say {@link #OPEN}, which players read as "until the end of the file", so a file
 * cut anywhere plays as it is; {@link #repair} writes the true lengths.
 *
 * @param channels 1 or 2
 * @param rate in hertz
 * @param bytes of sound, or {@link #OPEN}
 */
record WavHeader(int channels, int rate, long bytes) {
    static final int SIZE = 44;
    static final long OPEN = 0xFFFF_FFFFL;
    private static final int PCM = 1;

    /** Bytes of one sample of every channel. */
    int blockAlign() {
        return 2 * channels;
    }

    /** Bytes of one 20 ms frame of every channel. */
    int frameBytes() {
        return rate / 50 * blockAlign();
    }

    Duration duration() {
        return Duration.ofNanos(bytes / blockAlign() * 1_000_000_000L / rate);
    }

    ByteBuffer encode() {
        long riff = bytes == OPEN ? OPEN : bytes + SIZE - 8;
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) riff)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * blockAlign())
                .putShort((short) blockAlign())
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt((int) bytes)
                .flip();
    }

    /**
     * Reads the header of a file of ours.
     *
     * @throws IOException if it is not one
     */
    static WavHeader read(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        int read;
        do {
            read = file.read(head, head.position());
        } while (read > 0);
        if (head.hasRemaining()
                || head.getInt(0) != ByteBuffer.wrap(ascii("FFIR")).getInt()) {
            throw new IOException("not a WAV file of a recording");
        }
        int channels = head.getShort(22);
        int rate = head.getInt(24);
        if (head.getShort(20) != PCM || channels < 1 || channels > 2 || rate <= 0 || rate % 50 != 0) {
            throw new IOException("not 16-bit mono or stereo sound");
        }
        return new WavHeader(channels, rate, Integer.toUnsignedLong(head.getInt(40)));
    }

    /**
     * Makes the lengths in the header true, whatever byte the file was cut at. A file without a whole header becomes one
     * without sound. Idempotent.
     *
     * @return the repaired header
     */
    static WavHeader repair(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (file.size() < SIZE) {
                file.truncate(0);
                WavHeader empty = new WavHeader(2, 8_000, 0);
                empty.write(file);
                return empty;
            }
            WavHeader found = read(file);
            long whole = (file.size() - SIZE) / found.blockAlign() * found.blockAlign();
            WavHeader repaired = new WavHeader(found.channels, found.rate, whole);
            if (found.bytes != whole || file.size() != SIZE + whole) {
                file.truncate(SIZE + whole);
                repaired.write(file);
            }
            return repaired;
        }
    }

    /** Writes this header at the start of the file and waits for the disk. */
    void write(FileChannel file) throws IOException {
        ByteBuffer header = encode();
        while (header.hasRemaining()) {
            file.write(header, header.position());
        }
        file.force(false);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
