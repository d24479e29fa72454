package org.hotline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The measured server in a process of its own, see {@link SipBenchServer}. */
final class SipBenchProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final int port;

    private SipBenchProcess(Process process) throws IOException {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
        port = (int) answer("port");
    }

    static SipBenchProcess start(String what, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SipBenchProcess(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g", // as the launcher runs the server
                        "-XX:+UseZGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SipBenchServer.class.getName(),
                        what,
                        folder.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Asks {@link SipBenchServer} one of its questions. */
    long ask(String question) throws IOException {
        orders.write(question + "\n");
        orders.flush();
        return answer(question);
    }

    /** Leaves the server alone. */
    void rest(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private long answer(String word) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(word + " ")) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the measured server ended; its errors are in its folder");
        }
        return Long.parseLong(line.substring(word.length() + 1));
    }

    @Override
    public void close() throws IOException {
        orders.close();
        answers.close();
        process.destroy();
        process.onExit().join();
    }
}
