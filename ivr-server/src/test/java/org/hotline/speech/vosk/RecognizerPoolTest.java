package org.hotline.speech.vosk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.RecognizerContract;
import org.hotline.speech.Spoken;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pool over real processes with the bundled models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognizerPoolTest extends RecognizerContract {
    private RecognizerPool pool;

    @BeforeAll
    void start() throws Exception {
        pool = new RecognizerPool(
                RecognizerSettings.sizedFor(2),
                Map.of(Language.ENGLISH, BundledModels.ENGLISH, Language.MANDARIN, BundledModels.MANDARIN));
        assertThat(pool.awaitReady(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void stop() {
        Set<Long> processes = pool.processes();
        pool.close();
        Awaitility.await().until(() -> processes.stream().noneMatch(RecognizerPoolTest::lives));
    }

    @Override
    protected Recognizer recognizer() {
        return pool;
    }

    @Test
    void itHearsMandarin() throws Exception {
        assertThat(transfer()).isEqualTo("我要转人工");
    }

    @Test
    void itKnowsWhatItCannotHear() {
        assertThat(pool.languages()).containsExactlyInAnyOrder(Language.ENGLISH, Language.MANDARIN);
        assertThat(pool.unknownWords(Language.ENGLISH, List.of("where is my parcel", "Yes zorble")))
                .containsExactly("Yes", "zorble");
        assertThat(pool.unknownWords(Language.MANDARIN, List.of("转 人工", "鑫")))
                .doesNotContain("转", "人工")
                .contains("鑫");
    }

    @Test
    void aKilledProcessFailsWhatItHeardAndIsReplaced() throws Exception {
        Recognition english = pool.listen(Language.ENGLISH, 8000, List.of());
        Recognition mandarin = pool.listen(Language.MANDARIN, 8000, List.of());
        int before = pool.figures().restarts();
        english.accept(Frame.silence(8000));

        pool.processes().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());

        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> english.hasFailed() && mandarin.hasFailed());
        english.accept(Frame.silence(8000));
        assertThat(english.finish().get(1, SECONDS)).isEqualTo(Transcript.EMPTY);
        assertThat(pool.listen(Language.ENGLISH, 8000, List.of()).finish().get(20, SECONDS))
                .isEqualTo(Transcript.EMPTY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> pool.languages().size() == 2);
        assertThat(pool.figures().restarts()).isEqualTo(before + 2);
        assertThat(transfer()).isEqualTo("我要转人工");
    }

    @Test
    void theFiguresTellTheLoad() throws Exception {
        Recognition recognition = pool.listen(Language.ENGLISH, 8000, List.of());
        assertThat(pool.figures().activeStreams()).isEqualTo(1);
        Spoken.english("where is my parcel").frames().forEach(recognition::accept);
        recognition.finish().get(20, SECONDS);
        assertThat(pool.figures().activeStreams()).isZero();
        Awaitility.await().until(() -> pool.figures().realtimeFactor() > 0);
        assertThat(pool.figures().realtimeFactor()).isLessThan(1);
    }

    @Test
    void aProcessThatHasGrownIsReplacedWithoutAGap() throws Exception {
        RecognizerSettings usual = RecognizerSettings.sizedFor(2);
        RecognizerSettings thrifty =
                new RecognizerSettings(usual.launch(), 1, 1, 1, Long.MIN_VALUE, usual.start(), Duration.ofMillis(200));
        try (RecognizerPool small = new RecognizerPool(thrifty, Map.of(Language.ENGLISH, BundledModels.ENGLISH))) {
            assertThat(small.awaitReady(Duration.ofSeconds(60))).isTrue();
            Recognition recognition = small.listen(Language.ENGLISH, 8000, List.of());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThat(small.languages()).as("never without a recognizer").isNotEmpty();
                return small.figures().recycled() >= 1;
            });
            assertThat(recognition.hasFailed()).as("drained, not cut").isFalse();
            Spoken.english("where is my parcel").frames().forEach(recognition::accept);
            assertThat(recognition.finish().get(20, SECONDS).text()).contains("parcel");
        }
    }

    @Test
    void withoutAProgramNiceItHearsAllTheSame(@TempDir Path withoutPrograms) throws Exception {
        RecognizerSettings settings = RecognizerSettings.sizedFor(1, Optional.of(withoutPrograms.toString()));
        assertThat(settings.launch()).doesNotContain("nice");
        try (RecognizerPool impolite = new RecognizerPool(settings, Map.of(Language.ENGLISH, BundledModels.ENGLISH))) {
            assertThat(impolite.awaitReady(Duration.ofSeconds(60))).isTrue();
            assertThat(impolite.languages()).containsExactly(Language.ENGLISH);
        }
    }

    @Test
    void aFolderWithoutAModelIsSaidAtOnce() {
        Path nothing = Path.of("models/nothing-here");
        assertThatThrownBy(() -> new RecognizerPool(RecognizerSettings.sizedFor(2), Map.of(Language.ENGLISH, nothing)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing-here");
    }

    private String transfer() throws Exception {
        try (Recognition recognition = pool.listen(Language.MANDARIN, 8000, List.of())) {
            Spoken.mandarin("wo3 yao4 zhuan3 ren2 gong1").frames().forEach(recognition::accept);
            return recognition.finish().get(20, SECONDS).text().replace(" ", "");
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
