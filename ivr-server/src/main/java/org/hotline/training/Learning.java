package org.hotline.training;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.dialplan.IssueCheck;
import org.hotline.dialplan.IssuesWriter;
import org.hotline.dialplan.Rehearsal;
import org.hotline.dialplan.Script;
import org.hotline.dialplan.Written;
import org.hotline.dialplan.WrittenIssues;
import org.hotline.understanding.Learner;
import org.hotline.yaml.Complaint;

/** Makes versions of syllabuses: learns, tries, compares. Any thread. */
public final class Learning {
    private final Hotline hotline;
    private final Learner learner;
    private final Learner trying;
    private final Supplier<Lookups> lookups;
    private final Clock clock;

    /**
     * @param learner of what calls are understood with; keeps what it learnt
     * @param trying learns the same way for trials, which nobody needs again
     * @param lookups what rehearsals look up: fresh ones for each plan
     */
    public Learning(Hotline hotline, Learner learner, Learner trying, Supplier<Lookups> lookups, Clock clock) {
        this.hotline = hotline;
        this.learner = learner;
        this.trying = trying;
        this.lookups = lookups;
        this.clock = clock;
    }

    DraftTrials draftTrials() {
        return new DraftTrials(learner, clock);
    }

    List<Complaint> problems(Syllabus syllabus) {
        return IssueCheck.of(written(syllabus), hotline.plans(), hotline.surroundings(), LocalDate.now(clock));
    }

    /** With places in the file that the draft is kept in. */
    private WrittenIssues written(Syllabus syllabus) {
        return IssuesWriter.written(syllabus.tree(), hotline.folder(), Path.of("draft", "issues.yaml"));
    }

    /**
     * Learns, tries, and keeps the version.
     *
     * @param calls what its priors were learnt from
     * @throws Refused if the syllabus has mistakes, naming all
     */
    Version learn(
            Syllabus syllabus, PastCalls calls, Shelf shelf, Training.Request request, Training.Progress progress) {
        List<Complaint> problems = problems(syllabus);
        if (!problems.isEmpty()) {
            throw new Refused(
                    "the tree has mistakes:" + System.lineSeparator()
                            + String.join(
                                    System.lineSeparator(),
                                    problems.stream().map(Complaint::toString).toList()),
                    "");
        }
        CrossValidation validation = new CrossValidation(trying, progress);
        Optional<Integer> inForce = shelf.inForce();
        CrossValidation.Found found = validation.of(written(syllabus), syllabus);
        Report before = before(shelf, inForce, validation);
        progress.at("learning, and holding the written calls", 0, 1);
        Tried tried = tried(syllabus, shelf);
        CrossValidation.Found compared = found.after(before);
        Report report = new Report(
                compared.figures(),
                compared.leaves(),
                Stream.concat(calls.hitRates(syllabus.tree()).stream(), compared.remarks().stream())
                        .toList(),
                tried.regression(),
                tried.rehearsals());
        return shelf.keep(
                syllabus,
                new Version(
                        0,
                        clock.instant(),
                        request.by(),
                        request.why(),
                        inForce,
                        calls.known().size(),
                        report));
    }

    /** Figures of what is in force: its own, or of a version of the same tree; of a tree that was never learnt, found now. */
    private Report before(Shelf shelf, Optional<Integer> inForce, CrossValidation validation) {
        if (inForce.isPresent()) {
            return shelf.version(inForce.get()).report();
        }
        Syllabus base = hotline.asRead();
        return shelf.versions().reversed().stream()
                .filter(version -> shelf.syllabus(version.number()).tree().equals(base.tree()))
                .map(Version::report)
                .findFirst()
                .orElseGet(() -> validation.of(written(base), base).report());
    }

    /** Why a syllabus may not take the place of the one in force; empty if it may. */
    List<String> obstacles(Syllabus syllabus, Shelf shelf) {
        Tried tried = tried(syllabus, shelf);
        return new Report(Map.of(), List.of(), List.of(), tried.regression(), tried.rehearsals()).obstacles();
    }

    private record Tried(Regression.Outcome regression, Report.Rehearsals rehearsals) {}

    private Tried tried(Syllabus syllabus, Shelf shelf) {
        LocalDate today = LocalDate.now(clock);
        Syllabus inForce = shelf.inForce().map(shelf::syllabus).orElseGet(hotline::asRead);
        Map<String, Comprehension> now = understood(syllabus, today);
        Map<String, Comprehension> before = understood(inForce, today);
        List<Regression.Item> items = Stream.concat(
                        RegressionFile.in(hotline.folder()).stream(), shelf.confirmed().stream())
                .toList();
        return new Tried(new Examination(syllabus.tree(), now, before).of(items), rehearse(now));
    }

    private Map<String, Comprehension> understood(Syllabus syllabus, LocalDate today) {
        return Program.of(hotline, Optional.empty(), syllabus, learner, today).comprehensions();
    }

    private Report.Rehearsals rehearse(Map<String, Comprehension> comprehensions) {
        int performed = 0;
        List<String> failures = new ArrayList<>();
        for (Written plan : hotline.plans()) {
            Comprehension comprehension = comprehensions.get(plan.plan().name());
            if (comprehension != null) {
                Rehearsal rehearsal = new Rehearsal(plan.plan(), comprehension, lookups.get());
                for (Path file : Script.of(plan.folder())) {
                    performed++;
                    rehearsal.run(file).forEach(complaint -> failures.add(complaint.toString()));
                }
            }
        }
        return new Report.Rehearsals(performed, List.copyOf(failures));
    }

    Difference difference(Version one, Syllabus before, Version other, Syllabus after) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Comprehension> now = understood(after, today);
        Map<String, Comprehension> then = understood(before, today);
        List<Regression.Answer> answers =
                new Examination(after.tree(), now, then).answers(RegressionFile.in(hotline.folder()));
        return Comparison.of(one.report(), before.tree(), other.report(), after.tree(), answers);
    }
}
