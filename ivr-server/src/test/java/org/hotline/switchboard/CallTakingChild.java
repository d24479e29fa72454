package org.hotline.switchboard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.Answered;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.Ended;
import org.hotline.history.CallEvent.RecordingStarted;
import org.hotline.history.CallStore;
import org.hotline.history.Ending;
import org.hotline.history.Stories;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.recording.Recorder;
import org.hotline.recording.Recordings;
import org.hotline.recording.ToneCall;

/**
 * Takes call after call, twenty at a time, in real time, and prints {@code answered <call>} when one's answer is durable
 * and {@code heard <call> <frames>} as it goes on. Meant to be killed.
 */
public final class CallTakingChild {
    private static final int CALLS = 20;

    private final CallStore store;
    private final Recordings recordings;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    private CallTakingChild(CallStore store, Recordings recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /** {@code folder}. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Database database = Database.open(DatabaseSettings.embedded(folder));
        CallStore store = new JdbcCallStore(database, folder.resolve("journal"));
        CallTakingChild child = new CallTakingChild(store, new Recordings(folder.resolve("recordings")));
        for (int i = 0; i < CALLS; i++) {
            child.take();
        }
    }

    private void take() {
        int length = ThreadLocalRandom.current().nextInt(25, 200);
        Recorder call = recordings.record(new ToneCall(length));
        store.append(call.id(), new Arrived(Instant.now(), "1001", "4000", Optional.empty(), "test"));
        var unusedStart = store.append(call.id(), new Answered(Instant.now(), "shop", "en"))
                .thenRun(() -> {
                    System.out.println("answered " + call.id());
                    store.append(call.id(), new RecordingStarted(Instant.now(), call.file()));
                    call.answer();
                    tick(call, 1, length, Instant.now());
                });
    }

    private void tick(Recorder call, int frame, int length, Instant due) {
        call.exchange(ToneCall.level(-frame));
        if (frame % 10 == 0) {
            System.out.println("heard " + call.id() + " " + frame);
            store.append(call.id(), Stories.turn(Instant.now(), frame / 10));
        }
        if (frame == length) {
            end(call.id(), call);
            return;
        }
        Instant next = due.plusMillis(20);
        var unusedNext = clock.schedule(
                () -> tick(call, frame + 1, length, next),
                Duration.between(Instant.now(), next).toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void end(CallId id, Recorder call) {
        call.close();
        store.append(id, new Ended(Instant.now(), new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION)));
        take();
    }
}
