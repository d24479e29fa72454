package org.hotline.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hotline.dialplan.DialplanCheck;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
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
        description = "Checks dialplans: names, ways, slots, lookups, and whether they can be spoken and heard here.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is", "2:no such plan or file"})
public final class CheckCommand implements Callable<Integer> {
    private final Supplier<Surroundings> surroundings;
    private final AsteriskCheck asteriskCheck;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--plans", paramLabel = "DIR", description = "Folder of the plans (default: ${DEFAULT-VALUE}).")
    private Path plans;

    @Option(
            names = "--asterisk",
            paramLabel = "FILE|DIR",
            description = "Checks an Asterisk dialplan, or all its .conf files, instead of plans.")
    private Optional<Path> asterisk = Optional.empty();

    @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Which plans; all of them if none is named.")
    private List<String> names = new ArrayList<>();

    /** Says what is missing in a site's Asterisk configuration. */
    @FunctionalInterface
    public interface AsteriskCheck {
        /** @throws IOException if there is no such file */
        List<Complaint> of(Path fileOrFolder) throws IOException;
    }

    /**
     * @param plans the usual folder of plans
     * @param surroundings what plans run with here
     */
    public CheckCommand(Path plans, Supplier<Surroundings> surroundings, AsteriskCheck asteriskCheck) {
        this.plans = plans;
        this.surroundings = surroundings;
        this.asteriskCheck = asteriskCheck;
    }

    @Override
    public Integer call() {
        return asterisk.map(this::checkAsterisk).orElseGet(this::checkPlans);
    }

    private int checkAsterisk(Path site) {
        try {
            int wrong = report(site.toString(), asteriskCheck.of(site));
            out().flush();
            return wrong == 0 ? 0 : 1;
        } catch (IOException missing) {
            throw new ParameterException(spec.commandLine(), "cannot read " + site + ": is it there?", missing);
        }
    }

    private int checkPlans() {
        Surroundings here = surroundings.get();
        List<Written> read = new ArrayList<>();
        int wrong = 0;
        for (Path folder : new PlanFolders(plans).named(names, spec)) {
            List<Complaint> complaints = DialplanCheck.of(folder, here);
            wrong += report(String.valueOf(folder.getFileName()), complaints);
            if (DialplanReader.read(folder) instanceof DialplanReader.Reading.Read plan) {
                read.add(plan.written());
            }
        }
        List<Complaint> between = DialplanCheck.together(read);
        between.forEach(out()::println);
        if (wrong == 0) {
            remarkOnSound();
        }
        out().flush();
        return wrong + between.size() == 0 ? 0 : 1;
    }

    /** What is no mistake here and now: sound that is not there, or no longer wanted. */
    private void remarkOnSound() {
        try {
            for (PromptFolders.Wanted folder : new PromptFolders(plans).of(names)) {
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
