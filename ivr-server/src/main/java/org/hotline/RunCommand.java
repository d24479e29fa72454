package org.hotline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
            description = "Settings (default: hotline.yaml beside the launcher; without the file, all defaults).")
    private Path config = Path.of("hotline.yaml");

    RunCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            House house = House.build(ConfigurationFile.read(home.resolve(config), home));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(house::close));
            house.start();
            house.welcome().forEach(out::println);
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (ConfigurationFile.Wrong | Plans.Refused wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (IOException | RuntimeException failed) {
            err.println("Hotline did not start: " + failed.getMessage());
            return 1;
        }
    }
}
