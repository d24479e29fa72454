package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    private static String told(Path home, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine(home).setOut(new PrintWriter(out)).execute(arguments))
                .isZero();
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "run --version"})
    void tellsWhatRunsOnWhatAndWhatItHearsWith(String asked) {
        assertThat(told(Path.of(".."), asked.split(" ")).lines())
                .satisfiesExactly(
                        program -> assertThat(program).matches("Hotline \\d+\\.\\d+.*"),
                        machine -> assertThat(machine).startsWith("Java " + Runtime.version()),
                        models -> assertThat(models).contains("/models: en ").contains(", zh "));
    }

    @Test
    void aFolderWithoutModelsIsNoReasonToSayNothing(@TempDir Path empty) {
        assertThat(told(empty, "-V").lines()).last().asString().contains("none, ");
    }
}
