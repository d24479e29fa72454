package org.hotline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Rehearsal;
import org.hotline.dialplan.Script;
import org.hotline.dialplan.Written;
import org.hotline.yaml.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline rehearse}: a dialplan by typing, or its written calls one after the other. */
@Command(
        name = "rehearse",
        description = "Holds a plan's conversation with you by typing, or performs the calls written beside it.",
        footer = {
            "When it is your turn, type what the caller says. Digits alone are keys; an empty line is silence;",
            "the end of input hangs up."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all went as written",
            "1:some call went otherwise, or the plan cannot be read",
            "2:no such plan"
        })
public final class RehearseCommand implements Callable<Integer> {
    private final Function<Dialplan, Comprehension> training;
    private final Supplier<Lookups> lookups;
    private final Models models;
    private final Reader keyboard;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--plans", paramLabel = "DIR", description = "Folder of the plans (default: ${DEFAULT-VALUE}).")
    private Path plans;

    @Option(names = "--calls", description = "Perform the calls in the plan's folder instead.")
    private boolean written;

    @Option(names = "--calling", paramLabel = "NUMBER", description = "The number you call from (default: withheld).")
    private String calling = "";

    @Option(
            names = "--second-opinion",
            paramLabel = "FILE",
            description = "Ask the language model that these settings name, as a call would; not with --calls.")
    private Optional<Path> settings = Optional.empty();

    @Parameters(paramLabel = "PLAN", description = "Which plan.")
    private String name = "";

    /** Where language models are named. */
    public interface Models {
        /** @throws IOException if the settings cannot be used, or name none */
        SecondOpinion named(Path settings) throws IOException;
    }

    /**
     * @param plans the usual folder of plans
     * @param training what a plan's callers are understood with
     * @param lookups answer what plans look up
     * @param models the model that a file of settings names
     * @param keyboard what is typed
     */
    public RehearseCommand(
            Path plans,
            Function<Dialplan, Comprehension> training,
            Supplier<Lookups> lookups,
            Models models,
            Reader keyboard) {
        this.plans = plans;
        this.training = training;
        this.lookups = lookups;
        this.models = models;
        this.keyboard = keyboard;
    }

    @Override
    public Integer call() {
        int status = switch (DialplanReader.read(new PlanFolders(plans).named(name, spec))) {
            case DialplanReader.Reading.Read read -> rehearse(read.written());
            case DialplanReader.Reading.Refused refused -> {
                refused.complaints().forEach(out()::println);
                yield 1;
            }
        };
        out().flush();
        return status;
    }

    private int rehearse(Written plan) {
        if (written && settings.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Written calls go without a second opinion: they must go the same way every time.");
        }
        Comprehension learnt = training.apply(plan.plan());
        Comprehension comprehension =
                settings.map(this::model).map(learnt::with).orElse(learnt);
        if (written) {
            return perform(plan.folder(), new Rehearsal(plan.plan(), comprehension, lookups.get()));
        }
        new KeyboardTalk(new BufferedReader(keyboard), out())
                .hold(plan.plan(), comprehension, lookups.get(), new PhoneNumber(calling));
        return 0;
    }

    private SecondOpinion model(Path file) {
        try {
            return models.named(file);
        } catch (IOException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private int perform(Path folder, Rehearsal rehearsal) {
        int wrong = 0;
        for (Path file : Script.of(folder)) {
            List<Complaint> complaints = rehearsal.run(file);
            out().println(file.getFileName() + ": " + (complaints.isEmpty() ? "as written" : "otherwise"));
            complaints.forEach(complaint -> out().println("  " + complaint));
            wrong += complaints.size();
        }
        return wrong == 0 ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
