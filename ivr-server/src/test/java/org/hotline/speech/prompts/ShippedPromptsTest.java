package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.audio.Pcm;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audio in this repository. */
class ShippedPromptsTest {
    private static final Path DIALPLANS = Path.of("..", "dialplans");
    /** Of the shop's tree alone, 167 issues with their answers in two languages, it is 17 MB: half an hour of sound. */
    private static final long MOST_BYTES = 26_000_000;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyValueIsSpokenWithoutASynthesizer(Language language) throws IOException {
        PromptShelf shelf = PromptShelf.in(DIALPLANS);

        assertThat(shelf.missing(language, ValuePieces.of(language))).isEmpty();
        PromptSynthesizer alone = new PromptSynthesizer(shelf, (spoken, pieces, rate) -> Optional.empty());
        List<Piece> values = List.of(
                new Piece.Digits("12345678"),
                new Piece.Count(2),
                new Piece.Amount(12_550, "USD"),
                new Piece.Amount(12_550, "CNY"),
                new Piece.Date(LocalDate.of(2026, 3, 3)));
        for (Piece value : values) {
            assertThat(alone.speak(language, List.of(value), 8_000).map(Pcm::duration))
                    .as(value.toString())
                    .hasValueSatisfying(
                            length -> assertThat(length).isBetween(Duration.ofMillis(200), Duration.ofSeconds(8)));
        }
    }

    @Test
    void everyFileIsShortTelephoneSoundAndTogetherTheyAreSmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(DIALPLANS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".wav")).toList()) {
                bytes += Files.size(file);
                Pcm sound = Wav.read(file);
                assertThat(sound.rate()).as(file.toString()).isEqualTo(8_000);
                assertThat(sound.duration())
                        .as(file.toString())
                        .isBetween(Duration.ofMillis(100), Duration.ofSeconds(40));
            }
        }
        assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
    }
}
