package org.hotline.speech.vosk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the recognizer processes are run.
 *
 * @param launch the command that starts one, up to and including the word {@code recognizer}'s place; its arguments follow
 * @param processes processes a language
 * @param threads decoding threads a process
 * @param spares connections to each process opened in advance
 * @param growth bytes by which a process may grow beyond its size at the start before it is replaced
 * @param start longest time a process may take to load its model
 * @param check how often the health of a process is checked
 */
public record RecognizerSettings(
        List<String> launch, int processes, int threads, int spares, long growth, Duration start, Duration check) {
    /**
     * Sized for {@code cores} processors: one process a language for every four, each with as many decoding threads as
     * processors, all at lower priority than the calls where there is a program {@code nice}, so that a burst of decoding delays
     * text, not sound.
     */
    public static RecognizerSettings sizedFor(int cores) {
        return sizedFor(cores, Optional.ofNullable(System.getenv("PATH")));
    }

    /** The same with programs in these folders. */
    static RecognizerSettings sizedFor(int cores, Optional<String> path) {
        return new RecognizerSettings(
                sameProgram(path),
                Math.max(1, cores / 4),
                Math.max(1, cores),
                4,
                400L << 20,
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    /** This program's own Java and classes, with a small heap: the models live in native memory. */
    private static List<String> sameProgram(Optional<String> path) {
        List<String> command = new ArrayList<>(Niceness.prefix(path));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecognizerProcess.class.getName()));
        return List.copyOf(command);
    }
}
