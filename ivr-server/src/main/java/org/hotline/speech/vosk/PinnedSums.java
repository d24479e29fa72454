package org.hotline.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Sums of zips that were trusted when they were first fetched: a file that {@code sha256sum -c} can read. */
final class PinnedSums {
    private final Path file;

    PinnedSums(Path file) {
        this.file = file;
    }

    /** The pinned sum of a model's zip. */
    Optional<String> of(String model) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.endsWith("  " + model + ".zip"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }

    void pin(String model, String sum) throws IOException {
        Files.writeString(file, sum + "  " + model + ".zip\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
