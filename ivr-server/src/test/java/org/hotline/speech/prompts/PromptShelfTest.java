package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.prompts.PromptRendering.Standing;
import org.hotline.speech.prompts.PromptRendering.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts made, found again and spoken, with a voice whose sound is as long as its text. */
class PromptShelfTest {
    private static final Duration A_LETTER = Duration.ofMillis(50);

    private final List<String> spoken = new ArrayList<>();
    private final Synthesizer voice = (language, pieces, rate) -> {
        String text = ((Piece.Text) pieces.getFirst()).text();
        spoken.add(text);
        return Optional.of(Pcm.silence(A_LETTER.multipliedBy(text.length()), rate));
    };
    private final Synthesizer nobody = (language, pieces, rate) -> Optional.empty();

    @TempDir
    Path dialplans;

    @Test
    void findsATextWhateverItsCaseQuotesAndFinalStop() throws IOException {
        render("shop", Language.ENGLISH, List.of("I\u2019m sorry,  try again."));

        PromptShelf shelf = PromptShelf.in(dialplans);
        assertThat(shelf.sound(Language.ENGLISH, "i'm sorry, try again")).isPresent();
        assertThat(shelf.sound(Language.ENGLISH, "i am sorry, try again")).isEmpty();
        assertThat(shelf.sound(Language.MANDARIN, "I'm sorry, try again.")).isEmpty();
    }

    @Test
    void saysWhichTextsNeedASynthesizer() throws IOException {
        render("shop", Language.ENGLISH, List.of("Hello."));

        assertThat(PromptShelf.in(dialplans).missing(Language.ENGLISH, List.of("Hello", "Goodbye")))
                .containsExactly("Goodbye");
    }

    @Test
    void isReadyWithValuesTooOnceItIsWarm() throws IOException {
        render("shop", Language.ENGLISH, List.of("Your balance is"));
        renderPieces(Language.ENGLISH);
        PromptShelf shelf = PromptShelf.in(dialplans);
        PromptSynthesizer synthesizer = new PromptSynthesizer(shelf, nobody);
        List<Piece> balance = List.of(new Piece.Text("Your balance is"), new Piece.Amount(1250, "USD"));

        assertThat(synthesizer.ready(Language.ENGLISH, balance, 8_000)).isEmpty();
        shelf.warm();
        assertThat(synthesizer
                        .ready(Language.ENGLISH, balance, 8_000)
                        .orElseThrow()
                        .samples())
                .isEqualTo(synthesizer
                        .speak(Language.ENGLISH, balance, 8_000)
                        .orElseThrow()
                        .samples());
    }

    @Test
    void speaksValuesFromPiecesWithoutASynthesizer() throws IOException {
        render("shop", Language.ENGLISH, List.of("Your balance is"));
        assertThat(PromptShelf.in(dialplans).speaksValues(Language.ENGLISH)).isFalse();
        renderPieces(Language.ENGLISH);
        PromptShelf shelf = PromptShelf.in(dialplans);

        assertThat(shelf.speaksValues(Language.ENGLISH)).isTrue();
        Pcm sound = new PromptSynthesizer(shelf, nobody)
                .speak(
                        Language.ENGLISH,
                        List.of(new Piece.Text("Your balance is"), new Piece.Amount(1250, "USD")),
                        8_000)
                .orElseThrow();
        int letters = "Your balance is".length()
                + "twelve".length()
                + "dollars".length()
                + "and".length()
                + "fifty".length()
                + "cents".length();
        assertThat(sound.duration())
                .isBetween(
                        A_LETTER.multipliedBy(letters),
                        A_LETTER.multipliedBy(letters).plusMillis(400));
    }

    @Test
    void leavesTheWholeSentenceToTheNextIfAnythingIsMissing() throws IOException {
        renderPieces(Language.ENGLISH);
        List<List<Piece>> left = new ArrayList<>();
        Synthesizer next = (language, pieces, rate) -> {
            left.add(pieces);
            return Optional.of(Pcm.silence(A_LETTER, rate));
        };
        List<Piece> pieces = List.of(new Piece.Count(3), new Piece.Text("callers wait"));

        assertThat(new PromptSynthesizer(PromptShelf.in(dialplans), next).speak(Language.ENGLISH, pieces, 16_000))
                .isPresent();
        assertThat(left).containsExactly(pieces);
    }

    @Test
    void speaksAtTheRateAskedFor() throws IOException {
        render("shop", Language.MANDARIN, List.of("您好"));

        Pcm sound = new PromptSynthesizer(PromptShelf.in(dialplans), nobody)
                .speak(Language.MANDARIN, List.of(new Piece.Text("您好。")), 16_000)
                .orElseThrow();
        assertThat(sound.rate()).isEqualTo(16_000);
        assertThat(sound.duration()).isEqualTo(A_LETTER.multipliedBy(2));
    }

    @Test
    void knowsWhatIsReadyNewStaleUnusedAndRecorded() throws IOException {
        render("shop", Language.ENGLISH, List.of("Ready", "Unused", "By a person"));
        Path folder = dialplans.resolve("shop/prompts");
        Path index = folder.resolve("index.tsv");
        Files.writeString(index, Files.readString(index).replaceAll("voice-1(?=.*By a person)", "recorded"));
        List<String> wanted = List.of("Ready", "By a person", "New");

        assertThat(new PromptRendering(folder, Language.ENGLISH, "voice-1").standings(wanted))
                .containsExactly(
                        new Standing("Ready", State.READY),
                        new Standing("By a person", State.RECORDED),
                        new Standing("New", State.NEW),
                        new Standing("Unused", State.UNUSED));
        assertThat(new PromptRendering(folder, Language.ENGLISH, "voice-2").standings(List.of("Ready")))
                .contains(new Standing("Ready", State.STALE));
    }

    @Test
    void neverTakesAwayWhatAPersonRecorded() throws IOException {
        render("shop", Language.ENGLISH, List.of("By a person"));
        Path folder = dialplans.resolve("shop/prompts");
        Path index = folder.resolve("index.tsv");
        Files.writeString(index, Files.readString(index).replace("voice-1", "recorded"));

        PromptRendering rendering = new PromptRendering(folder, Language.ENGLISH, "voice-1");
        rendering.remove("By a person");
        rendering.finish();

        assertThat(PromptShelf.in(dialplans).sound(Language.ENGLISH, "by a person"))
                .isPresent();
    }

    @Test
    void aWrongIndexIsNamedByFileAndLine() throws IOException {
        Path folder = Files.createDirectories(dialplans.resolve("shop/prompts"));
        Files.writeString(folder.resolve("index.tsv"), "file\tvoice\tlanguage\ttext\nx.wav\ten\n");

        assertThatThrownBy(() -> PromptShelf.in(dialplans))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("index.tsv:2: expected file, voice, language and text");
    }

    @Test
    void anIndexCannotReachOutOfItsFolder() throws IOException {
        Path folder = Files.createDirectories(dialplans.resolve("shop/prompts"));
        Files.writeString(folder.resolve("index.tsv"), "../../secret.wav\tv\ten\tHello\n");

        assertThatThrownBy(() -> PromptShelf.in(dialplans)).isInstanceOf(IOException.class);
    }

    @Test
    void aDamagedFileIsLeftToTheNext() throws IOException {
        render("shop", Language.ENGLISH, List.of("Hello"));
        try (var files = Files.list(dialplans.resolve("shop/prompts"))) {
            Files.writeString(
                    files.filter(file -> file.toString().endsWith(".wav"))
                            .findFirst()
                            .orElseThrow(),
                    "?");
        }

        assertThat(PromptShelf.in(dialplans).sound(Language.ENGLISH, "Hello")).isEmpty();
    }

    @Test
    void withoutFoldersTheShelfIsEmpty() throws IOException {
        assertThat(PromptShelf.in(dialplans.resolve("absent")).sound(Language.ENGLISH, "Hello"))
                .isEmpty();
    }

    private void renderPieces(Language language) throws IOException {
        render(dialplans.resolve("pieces").resolve(language.tag()), language, ValuePieces.of(language));
    }

    private void render(String plan, Language language, List<String> texts) throws IOException {
        render(dialplans.resolve(plan).resolve("prompts"), language, texts);
    }

    private void render(Path folder, Language language, List<String> texts) throws IOException {
        PromptRendering rendering = new PromptRendering(folder, language, "voice-1");
        for (String text : texts) {
            rendering.render(text, voice);
        }
        rendering.finish();
    }
}
