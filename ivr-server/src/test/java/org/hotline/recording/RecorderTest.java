package org.hotline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    private static final RecordingSettings QUICK =
            new RecordingSettings(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void keepsTheCallerLeftAndUsRightFromTheAnswerOn() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(50));
            recorder.exchange(ToneCall.level(7));
            recorder.answer();
            talk(recorder, ToneCall.level(-5));
            Recording done = done(recorder);

            assertThat(done).isEqualTo(new Recording(recorder.file(), Duration.ofMillis(980), Duration.ZERO));
            assertThat(recorder.file()).isEqualTo("2026/11/21/" + recorder.id() + ".wav");
            ByteBuffer wav = wav(recordings, recorder.file());
            assertThat(wav.limit()).isEqualTo(44 + 49 * 640);
            for (int frame = 0; frame < 49; frame++) {
                assertThat(left(wav, frame)).isEqualTo(frame + 2);
                assertThat(right(wav, frame)).isEqualTo(-5);
            }
        }
    }

    @Test
    void pausedTimeIsSilenceOnBothSides() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(40));
            recorder.answer();
            say(recorder, 10);
            recorder.pause();
            say(recorder, 20);
            recorder.resume();
            talk(recorder, ToneCall.level(-5));
            assertThat(done(recorder).lost()).isZero();

            ByteBuffer wav = wav(recordings, recorder.file());
            for (int frame = 0; frame < 40; frame++) {
                boolean paused = frame >= 10 && frame < 30;
                assertThat(left(wav, frame)).isEqualTo(paused ? 0 : frame + 1);
                assertThat(right(wav, frame)).isEqualTo(paused ? 0 : -5);
            }
        }
    }

    @Test
    void pauseAtTheEndCountsAsTime() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(20));
            recorder.answer();
            say(recorder, 5);
            recorder.pause();
            talk(recorder, ToneCall.level(-5));
            done(recorder);
            assertThat(wav(recordings, recorder.file()).limit()).isEqualTo(44 + 20 * 640);
        }
    }

    @Test
    void withoutConsentNothingIsKept() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(100));
            recorder.answer();
            say(recorder, 50);
            recorder.discard();
            talk(recorder, ToneCall.level(-5));
            done(recorder);
            assertThat(recordings.path(recorder.file())).doesNotExist();
        }
    }

    @Test
    void callNeverAnsweredLeavesNoFile() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(3));
            talk(recorder, ToneCall.level(-5));
            done(recorder);
            assertThat(recordings.path(recorder.file())).doesNotExist();
        }
    }

    @Test
    void hangingUpEndsTheRecording() throws Exception {
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Recorder recorder = recordings.record(new ToneCall(1000));
            recorder.answer();
            say(recorder, 5);
            recorder.hangUp(HangupCause.NORMAL_CLEARING);
            assertThat(done(recorder).length()).isEqualTo(Duration.ofMillis(100));
            Awaitility.await().until(() -> recordings.open() == 0);
        }
    }

    @Test
    void fullDiskDisturbsNoCallAndRaisesTheAlarm() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        TapeFile.Opener opener = path -> FileChannel.open(full, StandardOpenOption.WRITE);
        try (Recordings recordings = new Recordings(folder, QUICK, NOON, opener)) {
            Recorder recorder = recordings.record(new ToneCall(100));
            recorder.answer();
            talk(recorder, ToneCall.level(-5));
            Recording done = done(recorder);
            assertThat(done.isDegraded()).isTrue();
            assertThat(done.length()).isEqualTo(Duration.ofSeconds(2));
            assertThat(recordings.failures()).isPositive();
            assertThat(recordings.degraded()).isEqualTo(1);
        }
    }

    @Test
    void soundLostToAStalledDiskIsSilenceAndTheRestStaysInTime() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch opening = new CountDownLatch(1);
        TapeFile.Opener opener = path -> {
            opening.countDown();
            await(stalled);
            return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        };
        RecordingSettings small =
                new RecordingSettings(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(200));
        try (Recordings recordings = new Recordings(folder, small, NOON, opener)) {
            Recorder recorder = recordings.record(new ToneCall(60));
            recorder.answer();
            say(recorder, 1);
            await(opening);
            say(recorder, 49);
            stalled.countDown();
            Awaitility.await()
                    .until(() -> Files.exists(recordings.path(recorder.file()))
                            && Files.size(recordings.path(recorder.file())) > 44 + 640 * 5);
            talk(recorder, ToneCall.level(-5));
            Recording done = done(recorder);

            assertThat(done.isDegraded()).isTrue();
            ByteBuffer wav = wav(recordings, recorder.file());
            assertThat(wav.limit()).isEqualTo(44 + 60 * 640);
            assertThat(left(wav, 0)).isEqualTo(1);
            assertThat(left(wav, 40)).isZero();
            assertThat(left(wav, 59)).isEqualTo(60);
        }
    }

    @Test
    void messageIsAMonoFileOfTheCaller() throws Exception {
        CallId call = CallId.at(NOON.instant());
        try (Recordings recordings = new Recordings(folder, QUICK, NOON)) {
            Message message = recordings.message(call, 8_000);
            message.accept(ToneCall.level(9));
            message.accept(ToneCall.level(8));
            message.close();
            message.finished().get(10, TimeUnit.SECONDS);
            ByteBuffer wav = wav(recordings, "2026/11/21/" + call + "-message.wav");
            assertThat(wav.limit()).isEqualTo(44 + 2 * 320);
            assertThat(wav.getShort(44)).isEqualTo((short) 9);
            assertThat(wav.getShort(44 + 320)).isEqualTo((short) 8);
        }
    }

    @Test
    void closingFinishesOpenRecordings() throws Exception {
        Recordings recordings = new Recordings(folder, QUICK, NOON);
        Recorder recorder = recordings.record(new ToneCall(100));
        recorder.answer();
        say(recorder, 30);
        recordings.close();
        assertThat(wav(recordings, recorder.file()).limit()).isEqualTo(44 + 30 * 640);
        assertThat(recorder.finished()).isCompleted();
    }

    @Test
    void namesOutsideTheFolderAreRefused() {
        try (Recordings recordings = new Recordings(folder)) {
            for (String name : new String[] {"../secret.wav", "/etc/passwd", "2026/../../x", ""}) {
                assertThatThrownBy(() -> recordings.path(name)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void cutAnywhereItIsRepairedAndLosesNothingBeforeTheCut() throws Exception {
        Path whole = folder.resolve("whole.wav");
        byte[] bytes = new byte[44 + 8 * 640];
        new WavHeader(2, 8_000, WavHeader.OPEN).encode().get(bytes, 0, 44);
        for (int i = 44; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        for (int cut = 0; cut <= bytes.length; cut++) {
            Files.write(whole, Arrays.copyOf(bytes, cut));
            WavHeader repaired = WavHeader.repair(whole);
            int sound = Math.max(0, cut - 44) / 4 * 4;
            assertThat(repaired.bytes()).isEqualTo(sound);
            assertThat(Files.size(whole)).isEqualTo(44L + sound);
            assertThat(readHeader(whole).bytes()).isEqualTo(sound);
            assertThat(WavHeader.repair(whole)).isEqualTo(repaired);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(whole);
        }
    }

    private static WavHeader readHeader(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return WavHeader.read(file);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void say(Call call, int frames) {
        for (int i = 0; i < frames; i++) {
            call.exchange(ToneCall.level(-5));
        }
    }

    private static void talk(Call call, Frame say) {
        assertThatThrownBy(() -> {
                    while (!call.isOver()) {
                        call.exchange(say);
                    }
                })
                .isInstanceOf(CallEnded.class);
    }

    private static Recording done(Recorder recorder) throws Exception {
        return recorder.finished().get(10, TimeUnit.SECONDS);
    }

    private static ByteBuffer wav(Recordings recordings, String file) throws IOException {
        ByteBuffer wav =
                ByteBuffer.wrap(Files.readAllBytes(recordings.path(file))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(wav.getInt(40)).isEqualTo(wav.limit() - 44);
        return wav;
    }

    private static int left(ByteBuffer wav, int frame) {
        return wav.getShort(44 + frame * 640);
    }

    private static int right(ByteBuffer wav, int frame) {
        return wav.getShort(46 + frame * 640);
    }
}
