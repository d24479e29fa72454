package org.hotline.workbench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the commands that need a phone: {@code demo}, {@code call}, {@code bench}. */
@Command(
        name = "hotline",
        subcommands = {DemoCommand.class, CallCommand.class, BenchCommand.class, CommandLine.HelpCommand.class})
public final class Workbench {
    private Workbench() {}

    /** Runs the command and ends with its status. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Workbench()).execute(args));
    }
}
