package org.hotline.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * RIFF WAVE files: linear PCM of 8 and 16 bits and G.711, any rate, any number of channels. Reading tolerates what is
 * met in the wild: foreign chunks, an unfinished length of a program that wrote to a pipe, a file cut short.
 */
public final class Wav {
    private static final int RIFF = fourLetters("RIFF");
    private static final int WAVE = fourLetters("WAVE");
    private static final int FMT = fourLetters("fmt ");
    private static final int DATA = fourLetters("data");
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LARGEST_FORMAT = 1 << 16;

    private Wav() {}

    /** How samples are written down. */
    public enum Encoding {
        PCM_8(1, 1),
        PCM_16(1, 2),
        ALAW(6, 1),
        ULAW(7, 1);

        private final int tag;
        private final int bytes;

        Encoding(int tag, int bytes) {
            this.tag = tag;
            this.bytes = bytes;
        }

        private short read(ByteBuffer from) {
            return switch (this) {
                case PCM_8 -> (short) (((from.get() & 0xFF) - 128) << 8);
                case PCM_16 -> from.getShort();
                case ALAW -> Alaw.decode(from.get());
                case ULAW -> Ulaw.decode(from.get());
            };
        }

        private void write(ByteBuffer into, short sample) {
            switch (this) {
                case PCM_8 -> into.put((byte) ((sample >> 8) + 128));
                case PCM_16 -> into.putShort(sample);
                case ALAW -> into.put(Alaw.encode(sample));
                case ULAW -> into.put(Ulaw.encode(sample));
            }
        }

        private static Encoding of(int tag, int bits) throws IOException {
            for (Encoding encoding : values()) {
                if (encoding.tag == tag && encoding.bytes * 8 == bits) {
                    return encoding;
                }
            }
            throw new IOException("WAV format " + tag + " with " + bits
                    + " bits is not supported: use linear PCM of 8 or 16 bits, A-law or mu-law");
        }
    }

    private record Format(Encoding encoding, int channels, int rate) {}

    /** The sound of a file; several channels are mixed into one. */
    public static Pcm read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException failure) {
            throw new IOException(file + ": " + failure.getMessage(), failure);
        }
    }

    /** The sound of a stream, read to the end of its data; several channels are mixed into one. */
    public static Pcm read(InputStream in) throws IOException {
        List<Pcm> channels = readChannels(in);
        if (channels.size() == 1) {
            return channels.getFirst();
        }
        short[] mix = new short[channels.getFirst().samples().length];
        for (int i = 0; i < mix.length; i++) {
            int sum = 0;
            for (Pcm channel : channels) {
                sum += channel.samples()[i];
            }
            mix[i] = (short) (sum / channels.size());
        }
        return Pcm.of(mix, channels.getFirst().rate());
    }

    /**
     * The sound of a stream, each channel apart (a recording: caller left, other side right).
     *
     * @throws IOException if it is no WAV file, or in a format not supported; the message says which
     */
    public static List<Pcm> readChannels(InputStream in) throws IOException {
        if (!isWave(in)) {
            throw new IOException("this is not a WAV file");
        }
        while (word(in) != FMT) {
            in.skipNBytes(padded(word(in)));
        }
        Format format = format(in);
        for (int chunk = word(in); chunk != DATA; chunk = word(in)) {
            in.skipNBytes(padded(word(in)));
        }
        int announced = word(in);
        boolean unknown = announced <= 0 || announced >= 0x7FFF_0000;
        byte[] data = unknown ? in.readAllBytes() : in.readNBytes(announced);
        return decode(data, format);
    }

    /** Writes 16-bit linear PCM. */
    public static void write(Path file, Pcm sound) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, List.of(sound), Encoding.PCM_16);
        }
    }

    /** Writes channels of the same length and rate. Does not close the stream. */
    public static void write(OutputStream out, List<Pcm> channels, Encoding encoding) throws IOException {
        int rate = channels.getFirst().rate();
        int length = channels.getFirst().samples().length;
        if (channels.stream().anyMatch(each -> each.rate() != rate || each.samples().length != length)) {
            throw new IllegalArgumentException("the channels of a WAV file have one rate and one length");
        }
        int frame = encoding.bytes * channels.size();
        int size = length * frame;
        ByteBuffer file = ByteBuffer.allocate(44 + size + size % 2).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(RIFF).putInt(file.capacity() - 8).putInt(WAVE);
        file.putInt(FMT).putInt(16).putShort((short) encoding.tag).putShort((short) channels.size());
        file.putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) (encoding.bytes * 8));
        file.putInt(DATA).putInt(size);
        for (int i = 0; i < length; i++) {
            for (Pcm channel : channels) {
                encoding.write(file, channel.samples()[i]);
            }
        }
        out.write(file.array());
    }

    private static boolean isWave(InputStream in) throws IOException {
        int riff = word(in);
        in.skipNBytes(4);
        return riff == RIFF && word(in) == WAVE;
    }

    private static Format format(InputStream in) throws IOException {
        int size = word(in);
        if (size < 16 || size > LARGEST_FORMAT) {
            throw new IOException("the WAV file's format has an impossible size");
        }
        ByteBuffer chunk = buffer(in, (int) padded(size));
        int tag = chunk.getShort(0) & 0xFFFF;
        if (tag == EXTENSIBLE && size >= 26) {
            tag = chunk.getShort(24) & 0xFFFF;
        }
        int channels = chunk.getShort(2);
        int rate = chunk.getInt(4);
        if (channels < 1 || rate < 1) {
            throw new IOException("the WAV file says " + channels + " channels at " + rate + " Hz");
        }
        return new Format(Encoding.of(tag, chunk.getShort(14)), channels, rate);
    }

    private static List<Pcm> decode(byte[] data, Format format) {
        int length = data.length / (format.encoding.bytes * format.channels);
        short[][] samples = new short[format.channels][length];
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            for (short[] channel : samples) {
                channel[i] = format.encoding.read(bytes);
            }
        }
        List<Pcm> channels = new ArrayList<>();
        for (short[] channel : samples) {
            channels.add(Pcm.of(channel, format.rate));
        }
        return channels;
    }

    /** Chunks begin at even places. */
    private static long padded(int size) {
        long unsigned = size & 0xFFFFFFFFL;
        return unsigned + unsigned % 2;
    }

    private static int word(InputStream in) throws IOException {
        return buffer(in, 4).getInt();
    }

    private static ByteBuffer buffer(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the WAV file ends in its header");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourLetters(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
