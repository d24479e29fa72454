package org.hotline.understanding.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;

/** Names what was learnt by all that it was learnt from, the program included. */
final class Fingerprint {
    private static final int DIGITS = 32;
    private static final byte[] PROGRAM = program();

    private Fingerprint() {}

    static String of(String learner, Language language, List<Example> examples) {
        MessageDigest digest = digest();
        digest.update(PROGRAM);
        add(digest, learner);
        add(digest, language.tag());
        examples.forEach(example -> {
            add(digest, example.label());
            add(digest, example.text());
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** All classes and word lists of this room: a change of any may teach something else. */
    private static byte[] program() {
        try {
            URI place = Learner.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path root = Path.of(place);
            if (Files.isDirectory(root)) {
                return program(root);
            }
            try (FileSystem archive = FileSystems.newFileSystem(root)) {
                return program(archive.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] program(Path root) throws IOException {
        MessageDigest digest = digest();
        try (Stream<Path> files = Files.walk(root.resolve("org/hotline/understanding"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
