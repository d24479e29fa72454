package org.hotline.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    @Test
    void theGraphHoldsTheWordsThatTheListBesideItNames() throws IOException {
        for (Path model : List.of(BundledModels.ENGLISH, BundledModels.MANDARIN)) {
            List<String> listed = Files.readAllLines(model.resolve("vocabulary.txt"));
            assertThat(Vocabulary.of(model).unknown(listed)).isEmpty();
            assertThat(Vocabulary.of(model).size()).isBetween(listed.size(), listed.size() + 20);
        }
    }

    @Test
    void bigModelsHaveAList(@TempDir Path model) throws IOException {
        Files.createDirectory(model.resolve("graph"));
        Files.writeString(model.resolve("graph/words.txt"), "<eps> 0\nyes 1\nno 2\n");
        assertThat(Vocabulary.of(model).unknown(List.of("yes  no", "no maybe"))).isEqualTo(Set.of("maybe"));
    }

    @Test
    void aFileThatIsNoGraphIsSaidToBeNone(@TempDir Path model) throws IOException {
        Files.createDirectory(model.resolve("graph"));
        Files.writeString(model.resolve("graph/Gr.fst"), "this is no graph, it is only text");
        assertThatThrownBy(() -> Vocabulary.of(model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Gr.fst has no list of words");
    }
}
