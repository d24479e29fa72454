package org.hotline.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @Test
    void theManifestOfTheRepositoryIsRight() throws IOException {
        Models models = Models.in(BundledModels.folder());
        assertThat(models.all()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(models.all())
                .filteredOn(model -> model.size() == SpeechModel.Size.BUNDLED)
                .allMatch(models::isInstalled)
                .extracting(SpeechModel::language)
                .containsExactly(Language.ENGLISH, Language.MANDARIN);
        assertThat(models.all())
                .filteredOn(model -> model.size() != SpeechModel.Size.BUNDLED)
                .allMatch(model -> model.address().isPresent());
        assertThat(models.named("vosk-model-small-cn-0.22").orElseThrow().bytes())
                .hasValue(43_898_754);
    }

    @Test
    void theBundledModelsAreWhole() throws IOException {
        assertThat(ModelArchive.differences(BundledModels.ENGLISH)).isEmpty();
        assertThat(ModelArchive.differences(BundledModels.MANDARIN)).isEmpty();
    }

    @Test
    void theBiggestInstalledModelIsUsed(@TempDir Path folder) throws IOException {
        Files.copy(BundledModels.folder().resolve("manifest.yaml"), folder.resolve("manifest.yaml"));
        Models models = Models.in(folder);
        assertThat(models.best(Language.ENGLISH)).isEmpty();
        assertThat(models.remark(Language.ENGLISH).orElseThrow()).contains("callers can only use keys");
        assertThat(models.bestFolders()).isEmpty();

        install(folder, "hotline-mini-en/am");
        assertThat(models.remark(Language.ENGLISH))
                .hasValue("bundled test model in use for en; for real callers run ./hotline models fetch en");

        install(folder, "vosk-model-en-us-0.22-lgraph/am");
        install(folder, "vosk-model-small-en-us-0.15"); // some official models have no folder am
        assertThat(models.best(Language.ENGLISH).orElseThrow().size()).isEqualTo(SpeechModel.Size.MEDIUM);
        assertThat(models.remark(Language.ENGLISH)).isEmpty();
        assertThat(models.bestFolders()).containsOnlyKeys(Language.ENGLISH);
    }

    @Test
    void mistakesAreNamedWithTheirLine(@TempDir Path folder) throws IOException {
        complains(
                folder, "models:\n  m:\n    language: fr\n    size: small\n    licence: X", ":3: ", "unknown language");
        complains(folder, "models:\n  m:\n    language: en\n    size: tiny\n    licence: X", ":4: ", "write bundled");
        complains(folder, "models:\n  m:\n    language: en\n    licence: X", ":3: ", "\"size\" is missing");
        complains(folder, "models:\n  ../m:\n    language: en", ":3: ", "a model's name is the name of its folder");
        complains(folder, "models:\n  - m", ":2: ", "expected names with values");
        complains(folder, "models: [", ":1", "not readable as YAML");
        complains(folder, "models:\n  m:\n    language: en\n    size: big\n    bytes: many\n    licence: X", "whole");
    }

    private static void complains(Path folder, String manifest, String... expected) throws IOException {
        Files.writeString(folder.resolve("manifest.yaml"), manifest);
        assertThatThrownBy(() -> Models.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(expected);
    }

    private static void install(Path folder, String place) throws IOException {
        Files.createDirectories(folder.resolve(place));
        Files.writeString(folder.resolve(place).resolve("final.mdl"), "a model");
    }
}
