package org.hotline.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakSynthesizerTest {
    private static final List<Piece> HELLO = List.of(new Piece.Text("How can I help you?"));

    @TempDir
    Path folder;

    @Test
    void speaksEnglishAtTheRateAskedFor() {
        Pcm sound = espeak().speak(Language.ENGLISH, HELLO, 8_000).orElseThrow();

        assertThat(sound.rate()).isEqualTo(8_000);
        assertThat(sound.duration()).isBetween(Duration.ofMillis(700), Duration.ofMillis(2_500));
    }

    @Test
    void speaksMandarinAsLongAsItsSyllablesTake() {
        EspeakSynthesizer espeak = espeak();
        Pcm short5 = espeak.speak(Language.MANDARIN, text("我要转人工"), 8_000).orElseThrow();
        Pcm long15 =
                espeak.speak(Language.MANDARIN, text("我要转人工我要转人工我要转人工"), 8_000).orElseThrow();

        // Spelled out as English letters, five characters would take several seconds.
        assertThat(short5.duration()).isBetween(Duration.ofMillis(800), Duration.ofMillis(2_200));
        assertThat(long15.duration()).isGreaterThan(short5.duration().multipliedBy(2));
    }

    @Test
    void textIsNeverAnArgumentOrACommand() {
        Path witness = folder.resolve("witness");
        Optional<Pcm> sound =
                espeak().speak(Language.ENGLISH, text("--help; touch " + witness + " $(touch " + witness + ")"), 8_000);

        assertThat(sound).isPresent();
        assertThat(witness).doesNotExist();
    }

    @Test
    void saysNothingWhenItIsNotInstalled() {
        assertThat(new EspeakSynthesizer(folder.resolve("absent").toString()).speak(Language.ENGLISH, HELLO, 8_000))
                .isEmpty();
    }

    @Test
    void saysNothingWhenTheProgramFails() throws IOException {
        assertThat(new EspeakSynthesizer(program("exit 3")).speak(Language.ENGLISH, HELLO, 8_000))
                .isEmpty();
    }

    @Test
    void endsAProcessThatHangs() throws IOException {
        EspeakSynthesizer hanging = new EspeakSynthesizer(program("exec sleep 60"), Duration.ofMillis(200));
        Instant before = Instant.now();

        assertThat(hanging.speak(Language.ENGLISH, HELLO, 8_000)).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void refusesTextWithoutEnd() {
        assertThat(espeak().speak(Language.ENGLISH, text("word ".repeat(1_000)), 8_000))
                .isEmpty();
    }

    private String program(String does) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private static List<Piece> text(String text) {
        return List.of(new Piece.Text(text));
    }

    private static EspeakSynthesizer espeak() {
        EspeakSynthesizer espeak = new EspeakSynthesizer("espeak-ng");
        assumeTrue(espeak.speak(Language.ENGLISH, HELLO, 8_000).isPresent(), "espeak-ng is not installed");
        return espeak;
    }
}
