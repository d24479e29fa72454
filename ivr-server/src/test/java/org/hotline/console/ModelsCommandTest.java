package org.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.vosk.ModelServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aFolderWithAManifest() throws IOException {
        Files.writeString(folder.resolve("manifest.yaml"), """
                models:
                  m:
                    language: en
                    size: small
                    address: https://models.invalid/m.zip
                    licence: Apache-2.0
                """);
    }

    @Test
    void listFetchListVerify() throws IOException {
        byte[] zip = ModelServer.zip(Map.of("m/am/final.mdl", "a model"));
        try (ModelServer server = new ModelServer(zip)) {
            assertThat(run("list")).isZero();
            assertThat(said + "")
                    .contains("m ", "small")
                    .contains("no speech model for en")
                    .doesNotContain("in use");

            assertThat(run("fetch", "en", "--mirror", server.address() + "")).isZero();
            assertThat(said + "").contains("m is installed");

            assertThat(run("list")).isZero();
            assertThat(said + "").contains("in use").contains("no speech model for zh");

            assertThat(run("fetch", "m")).isZero();
            assertThat(said + "").contains("m is installed already");

            assertThat(run("verify")).isZero();
            assertThat(said + "").contains("m: as it should be");
        }
        Files.writeString(folder.resolve("m/am/final.mdl"), "tampered with");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said + "").contains("am/final.mdl is not what it was");
    }

    @Test
    void mistakesAreSentencesAndANonZeroStatus() {
        assertThat(run("fetch", "klingon")).isEqualTo(1);
        assertThat(said + "").contains("no model called \"klingon\": see ./hotline models list");
        assertThat(run("fetch", "m", "--mirror", "http://127.0.0.1:9")).isEqualTo(1);
        assertThat(said + "").contains("cannot reach 127.0.0.1");
        assertThat(run("fetch")).isEqualTo(2);
        assertThat(run("list", "--models", folder.resolve("nowhere") + "")).isEqualTo(1);
        assertThat(said + "").contains("nowhere");
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new ModelsCommand(folder, Optional.empty()))
                .setOut(out)
                .setErr(out)
                .execute(arguments);
    }
}
