package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Synthesizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedSynthesizerTest {
    private static final List<Piece> HELLO = List.of(new Piece.Text("Hello"));
    private static final List<Piece> PERSONAL = List.of(new Piece.Text("Order"), new Piece.Digits("12345678"));

    private final List<List<Piece>> made = new ArrayList<>();
    private final Synthesizer maker = (language, pieces, rate) -> {
        made.add(pieces);
        return Optional.of(Pcm.silence(Duration.ofMillis(100), rate));
    };

    @TempDir
    Path folder;

    @Test
    void makesAnUtteranceOnce() {
        CachedSynthesizer cached = cached("voice");
        cached.speak(Language.ENGLISH, HELLO, 8_000);
        cached.speak(Language.ENGLISH, HELLO, 8_000);

        assertThat(made).hasSize(1);
    }

    @Test
    void findsOnDiskWhatAnotherRunMade() {
        cached("voice").speak(Language.ENGLISH, HELLO, 8_000);
        Optional<Pcm> again = cached("voice").speak(Language.ENGLISH, HELLO, 8_000);

        assertThat(made).hasSize(1);
        assertThat(again.orElseThrow().duration()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void voiceLanguageAndRateMakeADifferentSound() {
        cached("voice").speak(Language.ENGLISH, HELLO, 8_000);
        cached("other").speak(Language.ENGLISH, HELLO, 8_000);
        cached("voice").speak(Language.MANDARIN, HELLO, 8_000);
        cached("voice").speak(Language.ENGLISH, HELLO, 16_000);

        assertThat(made).hasSize(4);
    }

    @Test
    void isReadyOnlyWithWhatIsInMemory() {
        CachedSynthesizer cached = cached("voice");
        assertThat(cached.ready(Language.ENGLISH, HELLO, 8_000)).isEmpty();
        assertThat(made).isEmpty();
        cached.speak(Language.ENGLISH, HELLO, 8_000);
        assertThat(cached.ready(Language.ENGLISH, HELLO, 8_000)).isPresent();
        assertThat(cached("voice").ready(Language.ENGLISH, HELLO, 8_000))
                .as("on disk only")
                .isEmpty();
    }

    @Test
    void neverWritesDownValues() throws IOException {
        CachedSynthesizer cached = cached("voice");
        cached.speak(Language.ENGLISH, PERSONAL, 8_000);
        cached.speak(Language.ENGLISH, PERSONAL, 8_000);

        assertThat(made).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesAnewWhatIsDamagedOnDisk() throws IOException {
        cached("voice").speak(Language.ENGLISH, HELLO, 8_000);
        try (var files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "no sound");
        }

        assertThat(cached("voice").speak(Language.ENGLISH, HELLO, 8_000)).isPresent();
        assertThat(made).hasSize(2);
    }

    @Test
    void speaksEvenIfNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");

        assertThat(new CachedSynthesizer(maker, language -> "v", disk(file.resolve("cache"), 1_000), 1_000)
                        .speak(Language.ENGLISH, HELLO, 8_000))
                .isPresent();
    }

    private CachedSynthesizer cached(String voice) {
        return new CachedSynthesizer(maker, language -> voice, disk(folder, 1_000_000), 1_000_000);
    }

    private static SpeechFolder disk(Path folder, long most) {
        return new SpeechFolder(folder, most, InstantSource.system());
    }
}
