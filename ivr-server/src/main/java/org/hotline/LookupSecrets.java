package org.hotline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the names of secrets in {@code lookups.yaml} stand for: a line of the secrets file, else the environment. The file is read
 * anew each time, so that a key can be changed while calls go on. Any thread.
 */
final class LookupSecrets implements Function<String, Optional<String>> {
    private final Optional<Path> file;
    private final UnaryOperator<String> environment;

    /** @param environment a variable's value; null if it is not set */
    LookupSecrets(Optional<Path> file, UnaryOperator<String> environment) {
        this.file = file;
        this.environment = environment;
    }

    @Override
    public Optional<String> apply(String name) {
        return file.flatMap(known -> written(known, name)).or(() -> Optional.ofNullable(environment.apply(name)));
    }

    private static Optional<String> written(Path file, String name) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(lines.getProperty(name));
    }
}
