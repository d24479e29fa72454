package org.hotline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hotline.chores.ActionSettling;
import org.hotline.chores.Archiving;
import org.hotline.chores.Chore;
import org.hotline.chores.CrashRecovery;
import org.hotline.chores.MessageTranscription;
import org.hotline.chores.QueueTrimming;
import org.hotline.chores.Retention;
import org.hotline.chores.quartz.Jobs;
import org.hotline.recording.Archive;
import org.hotline.recording.Recordings;
import org.hotline.recording.ffmpeg.OpusArchive;
import org.hotline.supervision.web.ChoreMeters;
import org.hotline.switchboard.ObservedCalls;

/** The work on calls that are over: recovery at the start, then jobs from time to time. */
final class Housekeeping {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration DAILY = Duration.ofDays(1);

    private Housekeeping() {}

    /**
     * Gives every call that a crash interrupted its ending and its recording; before the first call is taken.
     *
     * @param observes calls in queues elsewhere went on without us, and are looked for there
     */
    static void recover(Storage storage, Recordings recordings, boolean observes) {
        new CrashRecovery(storage.calls(), recordings, first -> observes && ObservedCalls.isObserved(first)).run();
    }

    static Jobs begin(
            Configuration configuration,
            Storage storage,
            Plans plans,
            Recordings recordings,
            Voices voices,
            QueueTrimming trimming,
            MeterRegistry metrics,
            Clock clock) {
        Archive archive = new OpusArchive(recordings);
        return new Jobs(
                storage.dataSource(),
                storage.database().isPostgresql(),
                List.of(
                        every(SOON, new Archiving(storage.calls(), recordings, archive, clock), metrics),
                        every(
                                SOON,
                                new MessageTranscription(
                                        storage.calls(), recordings, archive, voices.recognizer(), clock),
                                metrics),
                        every(
                                DAILY,
                                new Retention(
                                        storage.calls(),
                                        recordings,
                                        configuration.recording().keep(),
                                        clock),
                                metrics),
                        every(DAILY, trimming, metrics),
                        every(
                                SOON,
                                new ActionSettling(storage.actions(), plans::query, storage.systems(), clock),
                                metrics)));
    }

    private static Jobs.Scheduled every(Duration time, Chore chore, MeterRegistry metrics) {
        return new Jobs.Scheduled(new ChoreMeters(chore, metrics), time);
    }
}
