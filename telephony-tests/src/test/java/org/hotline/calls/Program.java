package org.hotline.calls;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A program nobody here wrote, running in a folder of its own, which is also its home. */
final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;
    private int read;

    Program(Path home, List<String> command) {
        Hotline.needs(command.getFirst());
        output = home.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", home.toString());
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(command.getFirst() + " does not start", failed);
        }
    }

    /** Types a line. */
    void types(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("it is gone: " + said(), gone);
        }
    }

    /** Waits until it has written this after what was waited for before. */
    void says(String text, Duration patience) {
        try {
            await().atMost(patience).until(() -> said().indexOf(text, read) >= 0);
        } catch (ConditionTimeoutException silence) {
            throw new AssertionError("it did not say \"" + text + "\" but: " + said(), silence);
        }
        read = said().indexOf(text, read) + text.length();
    }

    /** All it has written so far. */
    String said() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException nothing) {
            return "";
        }
    }

    /** Waits until it ends by itself. */
    int exit(Duration patience) {
        try {
            await().atMost(patience).until(() -> !process.isAlive());
        } catch (ConditionTimeoutException still) {
            throw new AssertionError("it did not end: " + said(), still);
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(java.time.Duration.ofSeconds(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
