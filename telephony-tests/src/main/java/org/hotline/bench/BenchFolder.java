package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for all that a benchmark writes, gone with all that is in it when it is closed.
 *
 * @param path where it is
 */
record BenchFolder(Path path) implements AutoCloseable {
    /** Makes one; its name begins with {@code name}. */
    static BenchFolder made(String name) throws IOException {
        return new BenchFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
