package org.hotline.recording.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.recording.Archive;
import org.hotline.recording.Recordings;

/** Archives recordings as Opus in Ogg, which every browser but the oldest plays and seeks in by byte ranges. */
public final class OpusArchive implements Archive {
    private static final Duration TOLERANCE = Duration.ofMillis(Frame.MILLIS);

    private final Recordings recordings;

    public OpusArchive(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Archived archive(String file) {
        Path wav = recordings.path(file);
        String name = file.replaceFirst("\\.wav$", ".opus");
        Path opus = recordings.path(name);
        try {
            if (Files.exists(wav) && !wav.equals(opus)) {
                Duration length = recordings.repair(file);
                recordings.drawPeaks(file);
                replace(wav, opus, length);
            }
            return new Archived(name, duration(opus));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot archive " + wav + ": " + e.getMessage(), e);
        }
    }

    private static void replace(Path wav, Path opus, Duration length) throws IOException {
        Path part = opus.resolveSibling(opus.getFileName() + ".part");
        encode(wav, part);
        Duration encoded = duration(part);
        if (encoded.minus(length).abs().compareTo(TOLERANCE) > 0) {
            throw new IOException("it plays " + encoded + " after encoding instead of " + length);
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, opus, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(wav);
    }

    private static void encode(Path wav, Path opus) throws IOException {
        try (SoundFile sound = new SoundFile(wav);
                OpusFile encoded = new OpusFile(opus, sound.channels(), sound.rate())) {
            sound.decode(encoded::add);
            encoded.finish();
        }
    }

    /** How long it plays, found by playing all of it. */
    private static Duration duration(Path path) throws IOException {
        try (SoundFile sound = new SoundFile(path)) {
            AtomicLong samples = new AtomicLong();
            sound.decode((pcm, count) -> samples.addAndGet(count));
            return Duration.ofNanos(samples.get() * 1_000_000_000L / sound.rate());
        }
    }

    @Override
    public List<Pcm> read(String file, int rate) {
        Path path = recordings.path(file);
        try (SoundFile sound = new SoundFile(path, rate)) {
            List<ShortBuffer> channels = new ArrayList<>();
            for (int channel = 0; channel < sound.channels(); channel++) {
                channels.add(ShortBuffer.allocate(rate));
            }
            sound.decode((pcm, count) -> split(pcm, count, channels));
            return channels.stream()
                    .map(samples -> Pcm.of(Arrays.copyOf(samples.array(), samples.position()), rate))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static void split(short[] pcm, int count, List<ShortBuffer> channels) {
        for (int channel = 0; channel < channels.size(); channel++) {
            ShortBuffer samples = roomFor(count, channels.get(channel));
            for (int i = 0; i < count; i++) {
                samples.put(pcm[i * channels.size() + channel]);
            }
            channels.set(channel, samples);
        }
    }

    private static ShortBuffer roomFor(int count, ShortBuffer samples) {
        if (samples.remaining() >= count) {
            return samples;
        }
        return ShortBuffer.allocate(2 * samples.capacity() + count).put(samples.flip());
    }
}
