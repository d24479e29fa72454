package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.Main;
import org.hotline.workbench.Workbench;

/** The real command {@code hotline ...} in a process of its own. */
final class HotlineProcess implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Pattern SIP = Pattern.compile("sip:4000@127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path output;

    private HotlineProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static HotlineProcess begins(String... arguments) {
        return begins(Main.class, System.getenv("PATH"), arguments);
    }

    /** The same of a command that needs a phone. */
    static HotlineProcess beginsAtTheWorkbench(String... arguments) {
        return begins(Workbench.class, System.getenv("PATH"), arguments);
    }

    /** The same where this program is not installed: nothing is, as far as the command can see. */
    static HotlineProcess beginsWithout(String program, String... arguments) {
        return begins(Main.class, "/folder/without/" + program, arguments);
    }

    private static HotlineProcess begins(Class<?> program, String path, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dhotline.home=" + Main.home().toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("hotline-process", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PATH", path);
            return new HotlineProcess(builder.start(), output);
        } catch (IOException refused) {
            throw new AssertionError("the command could not be started", refused);
        }
    }

    /** Waits until it takes calls; answers its SIP address. */
    InetSocketAddress isRunning() {
        await().atMost(LONG).until(() -> says().contains("  pages   ") || isOver());
        Matcher matcher = SIP.matcher(says());
        assertThat(matcher.find()).as("it runs, and says: " + says()).isTrue();
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(matcher.group(1)));
    }

    /** Waits until it ends by itself, with this status. */
    HotlineProcess ends(int status) {
        try {
            assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends, having said: " + says())
                    .isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        assertThat(process.exitValue()).as(says()).isEqualTo(status);
        return this;
    }

    /** All that it has printed so far. */
    String says() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private boolean isOver() {
        return !process.isAlive();
    }

    /** The processes it started, and theirs. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** {@code kill -9}. */
    void isKilled() {
        process.destroyForcibly();
        await().atMost(LONG).until(this::isOver);
    }

    /** {@code kill}: it closes the house. */
    void isStopped() {
        process.destroy();
        await().atMost(LONG).until(this::isOver);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(output);
        } catch (IOException busy) {
            throw new AssertionError(busy);
        }
    }
}
