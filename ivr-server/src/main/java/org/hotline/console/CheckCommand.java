package org.hotline.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hotline.dialplan.DialplanCheck;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.IssueCheck;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.understanding.Learner;
import org.hotline.yaml.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline check}: says what is wrong with dialplans, where, and what to do about it. */
@Command(
        name = "check",
        description =
                "Checks dialplans and trees of issues: names, ways, slots, lookups, utterances, and whether they can be "
                        + "spoken and heard here.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is", "2:no such plan or file"})
public final class CheckCommand implements Callable<Integer> {
    private final Supplier<Surroundings> surroundings;
    private final AsteriskCheck asteriskCheck;
    private final Learner learner;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--plans", paramLabel = "DIR", description = "Folder of the plans (default: ${DEFAULT-VALUE}).")
    private Path plans;

    @Option(
            names = "--asterisk",
            paramLabel = "FILE|DIR",
            description = "Checks an Asterisk dialplan, or all its .conf files, instead of plans.")
    private Optional<Path> asterisk = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Hotline's settings that an Asterisk is to fit (default: hotline.yaml).")
    private Path config = Path.of("hotline.yaml");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "Which plans, and which hotlines' trees of issues; all of them if none is named. Whether a tree's "
                            + "utterances tell its issues apart is tried if it is named; this takes minutes.")
    private List<String> names = new ArrayList<>();

    /** Says what is missing in a site's Asterisk configuration. */
    @FunctionalInterface
    public interface AsteriskCheck {
        /**
         * @param settings of Hotline; the usual ones if there is no such file
         * @throws IOException if there is no such file or folder
         * @throws IllegalArgumentException if the settings have mistakes, which the message names
         */
        List<Complaint> of(Path fileOrFolder, Path settings) throws IOException;
    }

    /**
     * @param plans the usual folder of plans
     * @param surroundings what plans run with here
     * @param learner what a hotline's utterances are tried with
     */
    public CheckCommand(Path plans, Supplier<Surroundings> surroundings, AsteriskCheck asteriskCheck, Learner learner) {
        this.plans = plans;
        this.surroundings = surroundings;
        this.asteriskCheck = asteriskCheck;
        this.learner = learner;
    }

    @Override
    public Integer call() {
        return asterisk.map(this::checkAsterisk).orElseGet(this::checkPlans);
    }

    private int checkAsterisk(Path site) {
        try {
            int wrong = report(site.toString(), asteriskCheck.of(site, config));
            out().flush();
            return wrong == 0 ? 0 : 1;
        } catch (IOException missing) {
            throw new ParameterException(spec.commandLine(), "cannot read " + site + ": is it there?", missing);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int checkPlans() {
        Surroundings here = surroundings.get();
        PlanFolders folders = new PlanFolders(plans);
        List<Path> trees = folders.trees(names);
        List<String> named = names.stream()
                .filter(name -> !trees.contains(plans.resolve(name)))
                .toList();
        boolean anyPlan = names.isEmpty() || !named.isEmpty();
        int wrong = anyPlan ? checkPlans(folders.named(named, spec), here) : 0;
        for (Path tree : trees) {
            wrong += checkTree(tree, folders, here);
        }
        if (wrong == 0 && anyPlan) {
            remarkOnSound(named);
        }
        out().flush();
        return wrong == 0 ? 0 : 1;
    }

    private int checkPlans(List<Path> folders, Surroundings here) {
        int wrong = 0;
        for (Path folder : folders) {
            wrong += report(String.valueOf(folder.getFileName()), DialplanCheck.of(folder, here));
        }
        List<Complaint> between = DialplanCheck.together(readable(folders));
        between.forEach(out()::println);
        return wrong + between.size();
    }

    private int checkTree(Path folder, PlanFolders folders, Surroundings here) {
        String hotline = String.valueOf(folder.getFileName());
        List<Written> all = readable(folders.plans());
        int wrong = report(hotline, IssueCheck.of(folder, all, here, LocalDate.now(ZoneId.systemDefault())));
        if (wrong == 0 && names.contains(hotline)) {
            new TreeCheck(learner, out()).remark(hotline, folder);
        }
        return wrong;
    }

    private static List<Written> readable(List<Path> folders) {
        List<Written> read = new ArrayList<>();
        for (Path folder : folders) {
            if (DialplanReader.read(folder) instanceof DialplanReader.Reading.Read plan) {
                read.add(plan.written());
            }
        }
        return read;
    }

    /** What is no mistake here and now: sound that is not there, or no longer wanted. */
    private void remarkOnSound(List<String> named) {
        try {
            for (PromptFolders.Wanted folder : new PromptFolders(plans).of(named)) {
                if (folder.isBehind()) {
                    out().println(folder.name() + ": of its prompts are " + folder.summary()
                            + " as sound (hotline prompts list names them, hotline prompts render puts it right)");
                }
            }
        } catch (IOException unreadable) {
            out().println("The prompts' sound could not be looked at: " + unreadable.getMessage());
        }
    }

    private int report(String plan, List<Complaint> complaints) {
        complaints.forEach(out()::println);
        out().println(plan + ": " + (complaints.isEmpty() ? "nothing is wrong" : complaints.size() + " to put right"));
        return complaints.size();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
