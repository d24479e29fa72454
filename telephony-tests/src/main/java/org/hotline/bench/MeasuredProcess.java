package org.hotline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own that says things a line at a time and is told things so. */
final class MeasuredProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    /** Starts {@code main} with these options of the JVM. */
    MeasuredProcess(String jvm, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvm.split(" ", -1)));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** What follows this word in the next line that begins with it; what it logs in between is passed on. */
    List<String> answer(String word) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word + " ")) {
                return List.of(line.substring(word.length() + 1).split(" ", -1));
            }
            System.err.println(line);
        }
        throw new IOException("the server ended without saying \"" + word + "\"");
    }

    void order(String word) throws IOException {
        orders.write(word);
        orders.newLine();
        orders.flush();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
