package org.hotline.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hotline.dialplan.DialplanDrawing;
import org.hotline.dialplan.DialplanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline draw}: a dialplan as a picture. */
@Command(
        name = "draw",
        description = "Draws a dialplan as a Mermaid flowchart, for any page or tool that shows Mermaid.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:drawn", "1:the plan cannot be read", "2:no such plan"})
public final class DrawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--plans", paramLabel = "DIR", description = "Folder of the plans (default: ${DEFAULT-VALUE}).")
    private Path plans;

    @Parameters(paramLabel = "PLAN", description = "Which plan.")
    private String name = "";

    /** @param plans the usual folder of plans */
    public DrawCommand(Path plans) {
        this.plans = plans;
    }

    @Override
    public Integer call() {
        return switch (DialplanReader.read(new PlanFolders(plans).named(name, spec))) {
            case DialplanReader.Reading.Read read -> {
                spec.commandLine()
                        .getOut()
                        .print(DialplanDrawing.of(read.written().plan()));
                spec.commandLine().getOut().flush();
                yield 0;
            }
            case DialplanReader.Reading.Refused refused -> {
                refused.complaints().forEach(spec.commandLine().getErr()::println);
                spec.commandLine().getErr().flush();
                yield 1;
            }
        };
    }
}
