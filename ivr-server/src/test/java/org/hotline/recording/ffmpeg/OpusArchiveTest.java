package org.hotline.recording.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.Tick;
import org.hotline.recording.Archive.Archived;
import org.hotline.recording.Recorder;
import org.hotline.recording.Recordings;
import org.hotline.recording.ToneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpusArchiveTest {
    private static final int SECONDS = 4;

    @TempDir
    Path folder;

    private Recordings recordings;
    private OpusArchive archive;

    @BeforeEach
    void open() {
        recordings = new Recordings(folder);
        archive = new OpusArchive(recordings);
    }

    @AfterEach
    void close() {
        recordings.close();
    }

    @Test
    void keepsLengthAndSidesAndOnlyThenDeletesTheWav() throws Exception {
        String file = recorded();
        long before = Files.size(recordings.path(file));

        Archived archived = archive.archive(file);

        assertThat(archived.file()).isEqualTo(file.replace(".wav", ".opus"));
        assertThat(archived.length().minus(Duration.ofSeconds(SECONDS)).abs()).isLessThan(Duration.ofMillis(20));
        assertThat(recordings.path(file)).doesNotExist();
        assertThat(Files.size(recordings.path(archived.file()))).isLessThan(before / 3);
        List<Pcm> sides = archive.read(archived.file(), 8_000);
        assertThat(sides).hasSize(2);
        assertThat(rms(sides.get(0), 1)).isCloseTo(5_600, withPercentage(15));
        assertThat(rms(sides.get(0), 3)).isLessThan(300);
        assertThat(rms(sides.get(1), 1)).isLessThan(300);
        assertThat(rms(sides.get(1), 3)).isCloseTo(5_600, withPercentage(15));
    }

    @Test
    void archivingTwiceAnswersTheSame() throws Exception {
        String file = recorded();
        assertThat(archive.archive(file)).isEqualTo(archive.archive(file));
        assertThat(archive.archive(file.replace(".wav", ".opus"))).isEqualTo(archive.archive(file));
    }

    @Test
    void readsAtAnotherRate() throws Exception {
        String file = recorded();
        List<Pcm> sides = archive.read(file, 16_000);
        assertThat(sides.getFirst().rate()).isEqualTo(16_000);
        assertThat(sides.getFirst().duration()).isEqualTo(Duration.ofSeconds(SECONDS));
    }

    @Test
    void drawsTheOutline() throws Exception {
        String file = recorded();
        archive.archive(file);
        JsonNode peaks = JsonMapper.shared().readTree(recordings.peaks(file.replace(".wav", ".opus")));
        assertThat(peaks.get("version").asInt()).isEqualTo(2);
        assertThat(peaks.get("channels").asInt()).isEqualTo(2);
        assertThat(peaks.get("samples_per_pixel").asInt()).isEqualTo(160);
        assertThat(peaks.get("length").asInt()).isEqualTo(SECONDS * 50);
        JsonNode data = peaks.get("data");
        assertThat(data.size()).isEqualTo(SECONDS * 50 * 4);
        int loudLeft = 50 * 4;
        assertThat(data.get(loudLeft).asInt()).isBetween(-32, -30);
        assertThat(data.get(loudLeft + 1).asInt()).isBetween(30, 32);
        assertThat(data.get(loudLeft + 2).asInt()).isZero();
    }

    @Test
    void damagedRecordingIsLeftAsItIs() throws Exception {
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "RIFFthis is no sound at all, whatever its name may say".repeat(3));
        assertThatThrownBy(() -> archive.archive("broken.wav"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken.wav");
        assertThat(broken).exists();
    }

    @Test
    void deletingTakesEveryForm() throws Exception {
        String file = recorded();
        archive.archive(file);
        recordings.delete(file);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Two seconds of a tone on the left, then two on the right. */
    private String recorded() throws Exception {
        Recorder recorder = recordings.record(new ToneCall(SECONDS * 50) {
            private int number;

            @Override
            public Tick exchange(Frame say) {
                super.exchange(say);
                return new Tick(number++ < SECONDS * 25 ? tone() : Frame.silence(8_000));
            }
        });
        recorder.answer();
        for (int i = 0; i < SECONDS * 50; i++) {
            recorder.exchange(i < SECONDS * 25 ? Frame.silence(8_000) : tone());
        }
        recorder.close();
        recorder.finished().get(10, TimeUnit.SECONDS);
        return recorder.file();
    }

    private static Frame tone() {
        short[] samples = new short[160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(8_000 * Math.sin(2 * Math.PI * 400 * i / 8_000));
        }
        return Frame.of(samples, 8_000);
    }

    private static double rms(Pcm side, int second) {
        return side.frames().get(second * 50).rms();
    }
}
