package org.hotline.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every open tape: one thread hands sound to the operating system a few times a second (one write a tape, however
 * many frames), another waits for the disk, so that a slow disk delays neither calls nor the other files' writes.
 */
final class RecordingWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);
    private static final int CHUNK_BYTES = 128 * 1024;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Queue<TapeFile> open = new ConcurrentLinkedQueue<>();
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong degraded = new AtomicLong();
    private final ScheduledExecutorService writer = thread("recording-writer");
    private final ScheduledExecutorService syncer = thread("recording-sync");
    private volatile boolean failing;
    private volatile boolean closing;

    RecordingWriter(RecordingSettings settings) {
        long write = settings.writeEvery().toMillis();
        long sync = settings.syncEvery().toMillis();
        var unusedWrites = writer.scheduleWithFixedDelay(this::writeAll, write, write, TimeUnit.MILLISECONDS);
        var unusedSyncs = syncer.scheduleWithFixedDelay(this::syncAll, sync, sync, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    void add(TapeFile file) {
        open.add(file);
    }

    /** Tapes being written. */
    int open() {
        return open.size();
    }

    boolean isOpen(String file) {
        return open.stream().anyMatch(it -> it.tape().file().equals(file));
    }

    /** Writes that failed since the start. */
    long failures() {
        return failures.get();
    }

    /** True if the latest write failed. */
    boolean isFailing() {
        return failing;
    }

    /** Finished recordings with sound missing, since the start. */
    long degraded() {
        return degraded.get();
    }

    private void writeAll() {
        open.removeIf(this::isWritten);
    }

    /** Writes what is there; true if that was all. */
    private boolean isWritten(TapeFile file) {
        boolean ended = file.tape().isEnded();
        write(file);
        if (ended) {
            finish(file);
        }
        return ended;
    }

    private void write(TapeFile file) {
        try {
            if (file.write(chunk)) {
                failing = false;
            }
        } catch (IOException | RuntimeException e) {
            failed(file, e);
        }
    }

    private void finish(TapeFile file) {
        Tape tape = file.tape();
        while (tape.take().isPresent()) {
            tape.lose(1);
        }
        try {
            file.close();
        } catch (IOException | RuntimeException e) {
            tape.lose(1);
            failed(file, e);
        }
        if (tape.isDegraded() && !tape.isDiscarded()) {
            degraded.incrementAndGet();
            LOG.atWarn().addKeyValue("file", tape.file()).log("recording is degraded");
        }
        tape.finished().complete(tape.recording());
    }

    private void failed(TapeFile file, Exception e) {
        failing = true;
        if (failures.getAndIncrement() % 1000 == 0) {
            LOG.atError()
                    .addKeyValue("file", file.tape().file())
                    .addKeyValue("reason", e.toString())
                    .log("cannot write a recording: calls go on, make room on the recordings disk");
        }
    }

    private void syncAll() {
        for (TapeFile file : open) {
            if (closing) {
                return;
            }
            try {
                file.sync();
            } catch (IOException | RuntimeException e) {
                failed(file, e);
            }
        }
    }

    /** Ends every open tape, writes it and stops. */
    @Override
    public void close() {
        closing = true; // not by interrupting, which would close the file being synced
        open.forEach(file -> file.tape().end());
        syncer.shutdown();
        var unusedLast = writer.submit(this::writeAll);
        writer.shutdown();
        try {
            if (!syncer.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                    || !writer.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("recordings could not be finished in time: they are repaired at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
