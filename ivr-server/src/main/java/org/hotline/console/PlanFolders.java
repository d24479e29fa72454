package org.hotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The folders of the plans that a command line names. */
record PlanFolders(Path all) {

    /** Those called {@code names}, or all of them if none is named. */
    List<Path> named(List<String> names, CommandSpec spec) {
        return names.isEmpty()
                ? every(spec)
                : names.stream().map(name -> named(name, spec)).toList();
    }

    /** @throws ParameterException if there is no such plan, naming those that there are */
    Path named(String name, CommandSpec spec) {
        Path folder = all.resolve(name);
        if (isPlan(folder)) {
            return folder;
        }
        List<String> known = every(spec).stream()
                .map(plan -> String.valueOf(plan.getFileName()))
                .toList();
        throw new ParameterException(
                spec.commandLine(),
                "there is no plan called \"" + name + "\" in " + all + ": known are " + String.join(", ", known));
    }

    private List<Path> every(CommandSpec spec) {
        if (!Files.isDirectory(all)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder of plans at " + all + ": name one with --plans");
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(PlanFolders::isPlan).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + all, unreadable);
        }
    }

    private static boolean isPlan(Path folder) {
        return Files.exists(folder.resolve("dialplan.yaml"));
    }
}
