package org.hotline.phone;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is. */
final class Home {
    private Home() {}

    /** The folder with {@code models} and {@code dialplans}: {@code -Dhotline.home}, or this folder or one above it. */
    static Path find() {
        String told = System.getProperty("hotline.home", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve("models")) && Files.isDirectory(here.resolve("dialplans"))) {
                return here;
            }
        }
        throw new IllegalStateException("run inside the checkout, or say where it is with -Dhotline.home");
    }
}
