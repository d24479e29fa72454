package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnceTest {
    private final ReadOnce<String> words = new ReadOnce<>();
    private int readings;

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAgainOnlyWhenItIsAnother() throws IOException {
        Path file = folder.resolve("words");
        assertThat(read(file)).isEqualTo("none");
        Files.writeString(file, "one");
        assertThat(read(file)).isEqualTo("one");
        assertThat(read(file)).isEqualTo("one");
        assertThat(readings).isEqualTo(2);

        FileTime time = Files.getLastModifiedTime(file);
        Path other = Files.writeString(folder.resolve("other"), "two");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(read(file)).as("same length, same time").isEqualTo("two");

        Files.delete(file);
        assertThat(read(file)).isEqualTo("none");
        assertThat(readings).isEqualTo(4);
    }

    private String read(Path file) {
        return words.of(List.of(file), () -> {
            readings++;
            return Files.exists(file) ? text(file) : "none";
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
