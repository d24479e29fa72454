package org.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PromptsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path dialplans;

    @Test
    void everyTextOfTheSamplePlansShipsAsAudio() {
        assertThat(run(Path.of("..", "dialplans"), "list")).isZero();

        assertThat(out.toString())
                .as("after a change of a plan's texts: hotline prompts render")
                .contains("shop-en", "shop-zh", "announcements/en", "announcements/zh", "pieces/en", "pieces/zh")
                .doesNotContain(" new", " stale");
    }

    @Test
    void rendersWhatIsNewAndThenHasNothingToDo() throws IOException {
        assumeTrue(
                new EspeakSynthesizer("espeak-ng")
                        .speak(Language.ENGLISH, List.of(new Piece.Text("hello")), 8_000)
                        .isPresent(),
                "espeak-ng is not installed");
        plan("Hello there.");

        assertThat(run(dialplans, "render", "tiny")).as(err.toString()).isZero();
        assertThat(PromptShelf.in(dialplans).sound(Language.ENGLISH, "hello there"))
                .isPresent();
        assertThat(PromptShelf.in(dialplans).speaksValues(Language.ENGLISH)).isTrue();

        out.getBuffer().setLength(0);
        run(dialplans, "list");
        assertThat(out.toString()).contains("tiny:").doesNotContain(" new");
    }

    @Test
    void saysWhatIsMissingWithoutASynthesizer() throws IOException {
        plan("Hello there.");

        assertThat(run(
                        dialplans,
                        "render",
                        "--espeak",
                        dialplans.resolve("absent").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot speak").contains("is espeak-ng installed?");
    }

    @Test
    void aPlanWithMistakesIsNamed() throws IOException {
        Files.createDirectories(dialplans.resolve("broken"));
        Files.writeString(dialplans.resolve("broken/dialplan.yaml"), "dialplan: [\n");

        assertThat(run(dialplans, "list")).isEqualTo(1);
        assertThat(err.toString()).contains("dialplan.yaml");
    }

    private int run(Path folder, String... arguments) {
        return new CommandLine(new PromptsCommand(folder))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void plan(String text) throws IOException {
        Files.createDirectories(dialplans.resolve("tiny"));
        Files.writeString(dialplans.resolve("tiny/dialplan.yaml"), """
                dialplan: tiny
                numbers: ["4999"]
                language: en
                start: welcome
                intents: {}
                steps:
                  welcome: { say: "%s", then: hang-up }
                """.formatted(text));
    }
}
