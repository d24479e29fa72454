package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
    /** Picocli formats what help says: a percent sign alone is a warning on the terminal of whoever asks for help. */
    @Test
    void noHelpOfAnyCommandWarns() {
        commands(Main.commandLine(Path.of("")))
                .flatMap(HelpTest::texts)
                .forEach(text -> assertThatNoException().as(text).isThrownBy(() -> String.format(text)));
    }

    /** All the help at once would push what is wrong off the screen. */
    @Test
    void whatIsTypedWronglyIsToldInTwoLines() {
        StringWriter said = new StringWriter();
        assertThat(Main.commandLine(Path.of("")).setErr(new PrintWriter(said)).execute("train", "shop", "--publsh"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("--publsh")
                .contains("hotline train --help says what can be asked")
                .doesNotContain("Usage:");
    }

    private static Stream<CommandSpec> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(HelpTest::commands));
    }

    private static Stream<String> texts(CommandSpec command) {
        return Stream.of(
                        Stream.of(command.usageMessage().header()),
                        Stream.of(command.usageMessage().description()),
                        Stream.of(command.usageMessage().footer()),
                        command.args().stream().flatMap(argument -> Stream.of(argument.description())))
                .flatMap(texts -> texts);
    }
}
