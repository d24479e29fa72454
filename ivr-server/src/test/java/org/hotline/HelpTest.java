package org.hotline;

import static org.assertj.core.api.Assertions.assertThatNoException;

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
