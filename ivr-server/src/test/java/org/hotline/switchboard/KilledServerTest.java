package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Pcm;
import org.hotline.call.CallId;
import org.hotline.chores.CrashRecovery;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.recording.Recordings;
import org.hotline.recording.ffmpeg.OpusArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at any instant of twenty calls: after the restart every answered call has a record with an ending, and
 * its recording plays up to the last second before the kill.
 */
@Tag("slow")
class KilledServerTest {
    private static final int FRAMES_A_SECOND = 50;

    @TempDir
    Path folder;

    @RepeatedTest(5)
    void everyAnsweredCallHasAnEndingAndARecording(RepetitionInfo repetition) throws Exception {
        Map<CallId, Integer> answered = callsUntilKilled(new Random(repetition.getCurrentRepetition()).nextInt(3_000));
        assertThat(answered).hasSizeGreaterThanOrEqualTo(20);

        try (Database database = Database.open(DatabaseSettings.embedded(folder));
                JdbcCallStore store = new JdbcCallStore(database, folder.resolve("journal"));
                Recordings recordings = new Recordings(folder.resolve("recordings"))) {
            assertThat(new CrashRecovery(store, recordings, first -> false).run())
                    .isNotEmpty();
            int interrupted = 0;
            for (var call : answered.entrySet()) {
                Cdr cdr = store.find(call.getKey()).orElseThrow();
                assertThat(cdr.answeredAt()).isPresent();
                assertThat(cdr.ending()).isPresent();
                assertThat(cdr.endedAt().orElseThrow())
                        .isAfterOrEqualTo(cdr.answeredAt().orElseThrow());
                interrupted += cdr.ending().get() instanceof Ending.Interrupted ? 1 : 0;
                playsTo(cdr, call.getValue() - FRAMES_A_SECOND, recordings);
            }
            assertThat(interrupted).isPositive();
            assertThat(store.unfinished()).isEmpty();
        }
    }

    /** The recording opens in a decoder that is not ours and holds what was said, frame by frame. */
    private static void playsTo(Cdr cdr, int frames, Recordings recordings) {
        if (frames <= 0
                && (cdr.recording().isEmpty()
                        || !Files.exists(recordings.path(cdr.recording().get())))) {
            return;
        }
        Pcm caller = new OpusArchive(recordings)
                .read(cdr.recording().orElseThrow(), 8_000)
                .getFirst();
        assertThat(caller.frames().size()).isGreaterThanOrEqualTo(frames);
        for (int frame = 0; frame < caller.samples().length / 160; frame++) {
            assertThat(caller.samples()[frame * 160]).isEqualTo((short) (frame + 1));
        }
    }

    /** Runs calls and kills the server some time after the twentieth was answered. Answers frames heard by call. */
    private Map<CallId, Integer> callsUntilKilled(int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CallTakingChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<CallId, Integer> heard = new HashMap<>();
        try (BufferedReader reports = child.inputReader()) {
            for (String line = reports.readLine(); line != null; line = reports.readLine()) {
                String[] words = line.split(" ", -1);
                if (words.length == 2 && words[0].equals("answered")) {
                    heard.put(new CallId(words[1]), 0);
                    if (heard.size() == 20) {
                        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                                .execute(() -> child.toHandle().destroyForcibly());
                    }
                } else if (words.length == 3 && words[0].equals("heard")) {
                    heard.put(new CallId(words[1]), Integer.parseInt(words[2]));
                }
            }
        }
        child.waitFor();
        return heard;
    }
}
