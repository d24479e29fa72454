package org.hotline.speech.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hotline.speech.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The recognizer's own process, for native recognizers crash and grow, and neither may touch a call. Serves the
 * vosk-server protocol on the loopback interface until it is ended; says its port in one line on standard output:
 *
 * <pre>recognizer en ready on port 40213</pre>
 *
 * Everything else, native complaints included, goes to standard error.
 */
@Command(
        name = "hotline recognizer",
        description = "Serves speech recognition over the vosk-server WebSocket protocol on the loopback interface.",
        mixinStandardHelpOptions = true)
public final class RecognizerProcess implements Callable<Integer> {
    /** How the line that announces the port begins, after the language. */
    static final String READY = " ready on port ";

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the Vosk model.")
    private Path model = Path.of("");

    @Option(names = "--language", required = true, description = "Its language: en or zh.")
    private String language = "";

    @Option(names = "--port", description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 2700;

    @Option(names = "--threads", description = "Threads that decode (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--connections", description = "Most connections at a time (default: ${DEFAULT-VALUE}).")
    private int connections = 1000;

    @Option(
            names = "--while-standard-input",
            description = "End when standard input ends, that is with the process that started this one.")
    private boolean whileStandardInput;

    /** For tools that start the class itself. */
    public static void main(String... args) {
        System.exit(run(args));
    }

    /**
     * Runs until ended.
     *
     * @return exit status: 0, 1 for a model that cannot be loaded, 2 for wrong arguments
     */
    public static int run(String... args) {
        return new CommandLine(new RecognizerProcess()).execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintStream announcements = System.out;
        System.setOut(System.err); // logs and native libraries must not disturb the one line that counts
        String tag = Language.of(language).tag();
        try (VoskModel loaded = VoskModel.load(model);
                RecognizerServer server = new RecognizerServer(loaded, port, threads, connections)) {
            announcements.println("recognizer " + tag + READY + server.port());
            announcements.flush();
            waitForTheEnd();
            return 0;
        } catch (IOException problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private void waitForTheEnd() throws InterruptedException, IOException {
        if (!whileStandardInput) {
            new CountDownLatch(1).await();
        }
        InputStream parent = System.in;
        while (parent.read() >= 0) {
            // whatever the parent writes is of no interest, only that it lives
        }
        Runtime.getRuntime().halt(0); // no orphan must outlive its parent for the sake of a decoding under way
    }
}
