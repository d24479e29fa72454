package org.hotline.supervision.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline.recording.Recordings;
import org.hotline.recording.ffmpeg.OpusArchive;

/** One stereo file for every call: the two sides take turns, four seconds each, as tones of their own pitch. */
final class SampleRecordings implements AutoCloseable {
    static final String FILE = "sample.wav";
    static final int SECONDS = 60;
    private static final int RATE = 8000;

    private final Path folder;
    private final Recordings recordings;

    SampleRecordings() {
        try {
            folder = Files.createTempDirectory("recordings");
            Files.write(folder.resolve(FILE), wav());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recordings = new Recordings(folder);
    }

    /** The folder as the server reads it; every call's file is {@link #FILE}. */
    Recordings recordings() {
        return recordings;
    }

    /** Makes Opus of it, as happens some time after a call; the records do not know yet. */
    void archive() {
        new OpusArchive(recordings).archive(FILE);
    }

    private static double loudness(double second, boolean caller) {
        boolean speaks = (int) (second / 4) % 2 == (caller ? 1 : 0);
        return speaks ? 0.25 + 0.6 * Math.abs(Math.sin(second * 5) * Math.sin(second * 1.7)) : 0.015;
    }

    private static byte[] wav() {
        int samples = SECONDS * RATE;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 4).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + samples * 4).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * 4);
        wav.putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt(samples * 4);
        for (int i = 0; i < samples; i++) {
            double second = (double) i / RATE;
            wav.putShort((short) (8000 * loudness(second, true) * Math.sin(2 * Math.PI * 440 * second)));
            wav.putShort((short) (8000 * loudness(second, false) * Math.sin(2 * Math.PI * 330 * second)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        recordings.close();
        try {
            for (String left : List.of(FILE, "sample.opus", "sample.peaks.json", "")) {
                Files.deleteIfExists(folder.resolve(left));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
