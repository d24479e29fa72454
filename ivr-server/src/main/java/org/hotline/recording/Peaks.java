package org.hotline.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outline of a recording for drawing it: the lowest and the highest sample of every 20 ms of every channel, in the
 * JSON of BBC's {@code audiowaveform}, version 2, which waveform players read.
 *
 * @param channels 1 or 2
 * @param sampleRate of the recording, in hertz
 * @param samplesPerPixel samples of one channel in one pair, {@code sampleRate / 50}
 * @param bits 8: values from -128 to 127
 * @param length number of pairs a channel
 * @param data {@code 2 * channels * length} values: low, high of the caller, low, high of us, and so on
 */
public record Peaks(
        int version,
        int channels,
        @JsonProperty("sample_rate") int sampleRate,
        @JsonProperty("samples_per_pixel") int samplesPerPixel,
        int bits,
        int length,
        List<Integer> data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Of a WAV recording, finished or not.
     *
     * @throws IOException if it is not one or cannot be read
     */
    public static Peaks of(Path wav) throws IOException {
        try (FileChannel file = FileChannel.open(wav)) {
            WavHeader header = WavHeader.read(file);
            Outline outline = new Outline(header.channels());
            ByteBuffer frame = ByteBuffer.allocate(header.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
            file.position(WavHeader.SIZE);
            while (fill(file, frame)) {
                outline.add(frame.asShortBuffer());
            }
            List<Integer> data = outline.data();
            return new Peaks(
                    2,
                    header.channels(),
                    header.rate(),
                    header.rate() / 50,
                    8,
                    data.size() / 2 / header.channels(),
                    data);
        }
    }

    /** Reads the next 20 ms, or what is left of them; false at the end. */
    private static boolean fill(FileChannel file, ByteBuffer frame) throws IOException {
        frame.clear();
        int read;
        do {
            read = file.read(frame);
        } while (read > 0);
        return frame.flip().hasRemaining();
    }

    /** Writes the JSON into a file. */
    void write(Path path) throws IOException {
        Files.write(path, toJson());
    }

    /** The JSON, UTF-8. */
    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** Collects pairs. */
    private static final class Outline {
        private final int channels;
        private final ByteArrayOutputStream pairs = new ByteArrayOutputStream();

        Outline(int channels) {
            this.channels = channels;
        }

        void add(ShortBuffer samples) {
            for (int channel = 0; channel < channels && samples.limit() >= channels; channel++) {
                int low = Short.MAX_VALUE;
                int high = Short.MIN_VALUE;
                for (int i = channel; i < samples.limit(); i += channels) {
                    low = Math.min(low, samples.get(i));
                    high = Math.max(high, samples.get(i));
                }
                pairs.write(low >> 8);
                pairs.write(high >> 8);
            }
        }

        List<Integer> data() {
            List<Integer> data = new ArrayList<>(pairs.size());
            for (byte value : pairs.toByteArray()) {
                data.add((int) value);
            }
            return data;
        }
    }
}
