package org.hotline.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hotline.call.Call;
import org.hotline.call.CallId;

/**
 * All recordings, in one folder: {@code YYYY/MM/DD/<call>.wav} (the day in UTC), later {@code .opus}. Any thread.
 *
 * <p>While a call goes on its file is a playable WAV at every moment: the sound reaches the operating system within
 * {@link RecordingSettings#writeEvery}, so a killed server loses at most that much of it.
 */
public final class Recordings implements AutoCloseable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final RecordingSettings settings;
    private final InstantSource clock;
    private final TapeFile.Opener opener;
    private final RecordingWriter writer;

    /** Recordings under {@code folder}, which is made when needed, with {@link RecordingSettings#DEFAULT}. */
    public Recordings(Path folder) {
        this(folder, RecordingSettings.DEFAULT, InstantSource.system());
    }

    public Recordings(Path folder, RecordingSettings settings, InstantSource clock) {
        this(
                folder,
                settings,
                clock,
                path -> FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    Recordings(Path folder, RecordingSettings settings, InstantSource clock, TapeFile.Opener opener) {
        this.folder = folder.toAbsolutePath().normalize();
        this.settings = settings;
        this.clock = clock;
        this.opener = opener;
        this.writer = new RecordingWriter(settings);
    }

    /**
     * Records a call in stereo, left what the caller says and right what the caller hears, from its answer to its end. Use
     * the recorder in place of the call. Never throws for want of a disk: see {@link #degraded}.
     */
    public Recorder record(Call call) {
        return new Recorder(call, tape(call.id(), "", 2, call.rate()));
    }

    /** Begins a voicemail message of this call: a mono file of its own, {@code <call>-message.wav}. */
    public Message message(CallId call, int rate) {
        return new Message(tape(call, "-message", 1, rate));
    }

    private Tape tape(CallId call, String suffix, int channels, int rate) {
        String file = DAY.format(clock.instant()) + "/" + call + suffix + ".wav";
        Tape tape = new Tape(file, channels, rate, settings.buffer());
        writer.add(new TapeFile(tape, path(file), opener));
        return tape;
    }

    /**
     * Where a recording lies.
     *
     * @param file as in {@link Recorder#file()}
     * @throws IllegalArgumentException if it would lie outside of the folder
     */
    public Path path(String file) {
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("not a recording's file name");
        }
        return path;
    }

    /** Where it can be read now: one that is archived this moment is its {@code .opus} before its record says so. */
    public Path readable(String file) {
        Path path = path(file);
        return Files.exists(path) ? path : path(file.replaceFirst("\\.wav$", ".opus"));
    }

    /**
     * Makes a file whole that was being written when the server died. Idempotent.
     *
     * @return how long it plays; zero if there is no such file
     * @throws UncheckedIOException if it cannot be read or written or is not a recording; the message names it
     */
    public Duration repair(String file) {
        Path path = path(file);
        if (!Files.exists(path)) {
            return Duration.ZERO;
        }
        try {
            return WavHeader.repair(path).duration();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }

    /** The outline of a recording as JSON of {@link Peaks}: the file drawn when it was archived, or drawn now. */
    public byte[] peaks(String file) throws IOException {
        Path drawn = peaksPath(file);
        return Files.exists(drawn)
                ? Files.readAllBytes(drawn)
                : Peaks.of(path(file)).toJson();
    }

    /** Draws the outline of a finished WAV recording into the file beside it, {@code <call>.peaks.json}. */
    public void drawPeaks(String file) throws IOException {
        Peaks.of(path(file)).write(peaksPath(file));
    }

    private Path peaksPath(String file) {
        return path(file.replaceFirst("\\.(wav|opus)$", "") + ".peaks.json");
    }

    /** Deletes a recording or message and its outline, in whatever form they are there. Idempotent. */
    public void delete(String file) throws IOException {
        String name = file.replaceFirst("\\.(wav|opus)$", "");
        for (String suffix : new String[] {".wav", ".opus", ".opus.part", ".peaks.json"}) {
            Files.deleteIfExists(path(name + suffix));
        }
    }

    /** True while this file is being written. */
    public boolean isOpen(String file) {
        return writer.isOpen(file);
    }

    /** Recordings being written now. */
    public int open() {
        return writer.open();
    }

    /** Alarm: writes that failed since the start. */
    public long failures() {
        return writer.failures();
    }

    /** Alarm: the latest write failed, as when the disk is full; the next that goes well ends it. */
    public boolean isFailing() {
        return writer.isFailing();
    }

    /** Alarm: finished recordings with sound missing, since the start. */
    public long degraded() {
        return writer.degraded();
    }

    /** Ends and finishes what is being recorded. */
    @Override
    public void close() {
        writer.close();
    }
}
