package org.hotline.chores;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.RecordingArchived;
import org.hotline.history.CallEvent.RecordingLost;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.recording.Archive;
import org.hotline.recording.Archive.Archived;
import org.hotline.recording.Recordings;

/** Archives the recordings of calls that are over. */
public final class Archiving implements Chore {
    private static final int AT_MOST = 500;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final CallStore store;
    private final Recordings recordings;
    private final Archive archive;
    private final InstantSource clock;
    private final Map<CallId, Instant> failedAt = new HashMap<>();

    public Archiving(CallStore store, Recordings recordings, Archive archive, InstantSource clock) {
        this.store = store;
        this.recordings = recordings;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Outcome run() {
        Instant now = clock.instant();
        failedAt.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        Outcome outcome = Outcome.NOTHING;
        for (Cdr cdr : store.unarchived(AT_MOST)) {
            String file = cdr.recording().orElse("");
            if (!failedAt.containsKey(cdr.id()) && !recordings.isOpen(file)) {
                outcome = archive(cdr.id(), file, outcome);
            }
        }
        return outcome;
    }

    private Outcome archive(CallId call, String file, Outcome before) {
        try {
            if (isMissing(file)) {
                store.append(call, new RecordingLost(clock.instant(), "no file"))
                        .join();
            } else {
                Archived archived = archive.archive(file);
                store.append(call, new RecordingArchived(clock.instant(), archived.file(), archived.length()))
                        .join();
            }
            return before.and();
        } catch (UncheckedIOException e) {
            failedAt.put(call, clock.instant());
            return before.but(e);
        }
    }

    /** Neither the WAV nor what an interrupted run made of it. */
    private boolean isMissing(String file) {
        return !Files.exists(recordings.readable(file));
    }
}
