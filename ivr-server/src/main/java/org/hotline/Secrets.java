package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets nobody chose: made at first start, kept in one file that only the owner may read, and told once. One thread.
 */
final class Secrets {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private final Path file;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** The secrets of this file, which need not exist yet. */
    Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    known.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException("cannot read the generated secrets in " + file, wrong);
        }
    }

    /** The secret of this name (letters, digits, dashes); made now if there is none. */
    String of(String name) {
        return known.computeIfAbsent(name, this::make);
    }

    /** Those made by this run, to be told to whoever started it. */
    Map<String, String> fresh() {
        return Map.copyOf(fresh);
    }

    private String make(String name) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        fresh.put(name, secret.toString());
        keep(name + "=" + secret + System.lineSeparator());
        return secret.toString();
    }

    private void keep(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException wrong) {
            throw new UncheckedIOException("cannot keep generated secrets in " + file, wrong);
        }
    }
}
