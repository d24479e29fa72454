package org.hotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hotline.dialplan.IssuesReader;
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

    /** The folders of the trees of issues: those called {@code names}, or all of them if none is named. */
    List<Path> trees(List<String> names) {
        return !Files.isDirectory(all)
                ? List.of()
                : folders(PlanFolders::isTree).stream()
                        .filter(folder -> names.isEmpty() || names.contains(String.valueOf(folder.getFileName())))
                        .toList();
    }

    private List<Path> every(CommandSpec spec) {
        if (!Files.isDirectory(all)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder of plans at " + all + ": name one with --plans");
        }
        return plans();
    }

    /** All of them. */
    List<Path> plans() {
        return folders(PlanFolders::isPlan);
    }

    private List<Path> folders(Predicate<Path> wanted) {
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(wanted).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + all, unreadable);
        }
    }

    private static boolean isTree(Path folder) {
        return Files.exists(folder.resolve(IssuesReader.FILE));
    }

    private static boolean isPlan(Path folder) {
        return Files.exists(folder.resolve("dialplan.yaml"));
    }
}
