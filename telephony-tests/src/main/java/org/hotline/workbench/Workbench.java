package org.hotline.workbench;

import org.hotline.console.AskedWrongly;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the commands that need a phone: {@code demo}, {@code call}, {@code bench}, {@code voices}. */
@Command(
        name = "hotline",
        subcommands = {
            DemoCommand.class,
            CallCommand.class,
            BenchCommand.class,
            VoicesCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Workbench {
    private Workbench() {}

    /** Runs the command and ends with its status. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("demo")) {
            // The demo tells its calls on the terminal; between them the log says only what is wrong.
            System.getProperties().putIfAbsent("hotline.log", "WARN");
        }
        System.exit(new CommandLine(new Workbench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new AskedWrongly())
                .execute(args));
    }
}
