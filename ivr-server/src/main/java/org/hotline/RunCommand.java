package org.hotline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline run}: the server, until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Starts the server and runs until it is stopped (Ctrl-C or SIGTERM).")
final class RunCommand implements Callable<Integer> {
    private final Path home;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (default: hotline.yaml beside the launcher; without that file, all defaults).")
    private Optional<Path> config = Optional.empty();

    RunCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            House house = House.build(ConfigurationFile.read(settings(), home));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(house::close));
            try {
                house.start();
            } catch (RuntimeException failed) {
                Welcome.secrets(house.secretsMade()).forEach(err::println);
                throw failed;
            }
            house.welcome().forEach(out::println);
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (ConfigurationFile.Wrong | Plans.Refused wrong) {
            err.println("Hotline did not start, because of this:");
            err.println(wrong.getMessage());
            return 2;
        } catch (IOException | RuntimeException failed) {
            err.println("Hotline did not start: " + reason(failed));
            return 1;
        }
    }

    /** The file system's exceptions say where, and only by their kind what. */
    private static String reason(Exception failed) {
        String message = String.valueOf(failed.getMessage());
        return failed instanceof FileSystemException ? failed.getClass().getSimpleName() + ": " + message : message;
    }

    /** A file that was asked for by name must be there; the usual one need not. */
    private Path settings() throws IOException {
        Path file = config.orElse(home.resolve("hotline.yaml"));
        if (config.isPresent() && !Files.isReadable(file)) {
            throw new IOException("There is no settings file at " + file
                    + ", or it cannot be read. Without --config it runs" + " with the usual settings.");
        }
        return file;
    }
}
