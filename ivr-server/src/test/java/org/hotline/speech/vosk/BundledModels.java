package org.hotline.speech.vosk;

import java.nio.file.Files;
import java.nio.file.Path;

/** The models that ship in the repository. */
final class BundledModels {
    static final Path ENGLISH = folder().resolve("hotline-mini-en");
    static final Path MANDARIN = folder().resolve("hotline-mini-zh");

    private BundledModels() {}

    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("models/hotline-mini-en"))) {
                return at.resolve("models");
            }
        }
        throw new IllegalStateException("run this inside the checkout");
    }
}
