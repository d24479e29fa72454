package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.hotline.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechFolderTest {
    /** 1,600 bytes of samples. */
    private static final Pcm SOUND = Pcm.silence(Duration.ofMillis(100), 8_000);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatHasNotBeenReadForLongestGoesFirst() throws IOException {
        SpeechFolder kept = folderOf(4 * 1_700);
        for (String name : new String[] {"a", "b", "c", "d"}) {
            write(kept, name);
        }
        assertThat(kept.read("a")).as("read again a little later").isPresent();
        now = now.plusSeconds(1);
        write(kept, "e");

        assertThat(kept.read("a")).isPresent();
        assertThat(kept.read("b")).isEmpty();
        assertThat(kept.read("e").orElseThrow().duration()).isEqualTo(Duration.ofMillis(100));
        assertThat(bytes()).isLessThanOrEqualTo(4 * 1_700);
    }

    @Test
    void aFolderThatIsTooBigAtTheStartShrinks() throws IOException {
        SpeechFolder wide = folderOf(1_000_000);
        for (int i = 0; i < 20; i++) {
            write(wide, "sound-" + i);
        }
        write(folderOf(3 * 1_700), "last");

        assertThat(bytes()).isLessThanOrEqualTo(3 * 1_700);
        assertThat(wide.read("last")).isPresent();
    }

    private SpeechFolder folderOf(long most) {
        return new SpeechFolder(folder, most, () -> now);
    }

    private void write(SpeechFolder kept, String name) {
        kept.write(name, SOUND);
        now = now.plusSeconds(1);
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
