package org.hotline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.hotline.speech.vosk.Models;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code hotline --version} tells: what runs, on what, and what it hears with.
 *
 * @param models the folder of speech models
 */
record Version(Path models) implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        String commit = System.getProperty("hotline.commit", "");
        return new String[] {
            "Hotline " + number() + (commit.isEmpty() ? "" : ", commit " + commit),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                    + System.getProperty("os.arch"),
            "Speech models in " + models.toAbsolutePath().normalize() + ": " + heardWith()
        };
    }

    private static String number() throws IOException {
        Properties written = new Properties();
        try (InputStream file = Objects.requireNonNull(Version.class.getResourceAsStream("/version.properties"))) {
            written.load(file);
        }
        return written.getProperty("version", "unknown");
    }

    private String heardWith() {
        try {
            String used = Models.in(models).bestFolders().entrySet().stream()
                    .map(model -> model.getKey().tag() + " " + model.getValue().getFileName())
                    .collect(Collectors.joining(", "));
            return used.isEmpty() ? "none installed, see hotline models list" : used;
        } catch (IOException unreadable) {
            return "none, " + unreadable.getMessage();
        }
    }
}
