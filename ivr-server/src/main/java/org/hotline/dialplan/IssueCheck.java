package org.hotline.dialplan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.CalledWithin;
import org.hotline.issue.Clue;
import org.hotline.issue.Group;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Suggestion;

/**
 * Whether a tree of issues makes sense: every complaint is a sentence with a place and, where there is one, a suggestion.
 * Takes milliseconds.
 */
public final class IssueCheck {
    private final WrittenIssues written;
    private final IssueTree tree;
    private final List<Written> plans;
    private final List<Complaint> complaints = new ArrayList<>();

    private IssueCheck(WrittenIssues written, List<Written> plans) {
        this.written = written;
        this.tree = written.tree();
        this.plans = plans.stream()
                .filter(plan -> plan.plan().issues().map(IssueTree::hotline).equals(Optional.of(tree.hotline())))
                .toList();
    }

    /**
     * What is wrong with a tree, in the order of its lines; empty if nothing is.
     *
     * @param folder the hotline's folder
     * @param plans all plans; those whose head names the hotline must fit its tree
     */
    public static List<Complaint> of(Path folder, List<Written> plans, Surroundings surroundings, LocalDate today) {
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Refused refused -> inOrder(refused.complaints());
            case IssuesReader.Reading.Read read -> of(read.written(), plans, surroundings, today);
        };
    }

    /** The same for a tree that could be read. */
    public static List<Complaint> of(
            WrittenIssues written, List<Written> plans, Surroundings surroundings, LocalDate today) {
        IssueCheck check = new IssueCheck(written, plans);
        Set<Language> languages = check.languages();
        check.checkNames();
        check.checkOutcomes(surroundings);
        check.complaints.addAll(new FacetCheck(written, languages, surroundings).complaints());
        check.complaints.addAll(new UtteranceCheck(written, languages, surroundings).complaints());
        check.checkForce(today);
        return inOrder(check.complaints);
    }

    private static List<Complaint> inOrder(List<Complaint> complaints) {
        return complaints.stream()
                .sorted(Comparator.comparingInt(complaint -> complaint.place().line()))
                .toList();
    }

    /** What the plans speak; without plans, all that the tree is written in. */
    private Set<Language> languages() {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        plans.forEach(plan -> languages.add(plan.plan().language()));
        if (plans.isEmpty()) {
            tree.issues()
                    .values()
                    .forEach(issue -> languages.addAll(issue.called().by().keySet()));
        }
        return languages;
    }

    private void checkNames() {
        String folder =
                String.valueOf(written.folder().toAbsolutePath().normalize().getFileName());
        if (!tree.hotline().equals(folder)) {
            complaints.add(new Complaint(
                    written.at("hotline"),
                    "the hotline is called \"" + tree.hotline() + "\" but its folder \"" + folder + "\"",
                    "call both the same"));
        }
        for (Group group : tree.groups().values()) {
            if (tree.below(group.name()).isEmpty()) {
                complaints.add(new Complaint(
                        written.at(group.path(), group.name()),
                        "group \"" + group.name() + "\" has no issues in it",
                        "add one, or delete the group"));
            }
        }
        tree.clues().values().forEach(this::check);
    }

    private void check(Clue clue) {
        clue.speaksFor().keySet().stream()
                .filter(issue -> !tree.issues().containsKey(issue))
                .forEach(issue -> complaints.add(new Complaint(
                        written.at("clues", clue.name(), "speaks-for", issue),
                        "clue \"" + clue.name() + "\" speaks for \"" + issue + "\", which is no issue",
                        Suggestion.among(tree.issues().keySet(), issue))));
        if (clue.speaksForNamed() == 1
                && clue.holds().filter(CalledWithin.class::isInstance).isPresent()) {
            complaints.add(new Complaint(
                    written.at("clues", clue.name()),
                    "clue \"" + clue.name() + "\" holds by an earlier call, whose issue it makes no likelier",
                    "add speaks-for-named: 60, or how many times likelier that is than others"));
        }
    }

    private void checkOutcomes(Surroundings surroundings) {
        for (Issue issue : tree.issues().values()) {
            switch (issue.outcome()) {
                case Outcome.Flow flow -> plans.forEach(plan -> checkStep(issue, flow.step(), plan));
                case Outcome.Agents agents ->
                    agents.queue()
                            .ifPresent(queue -> surroundings.queues().ifPresent(all -> checkQueue(issue, queue, all)));
                case Outcome.Answer answer -> {} // what it says is checked with the other texts
            }
        }
    }

    private void checkStep(Issue issue, String step, Written plan) {
        if (!plan.plan().steps().containsKey(step)) {
            complaints.add(new Complaint(
                    written.at(issue, "step"),
                    "issue \"" + issue.name() + "\" leads to the step \"" + step + "\", which the plan "
                            + plan.plan().name() + " does not have",
                    Suggestion.nearest(step, plan.plan().steps().keySet())
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElse("add it to the plan")));
        }
    }

    private void checkQueue(Issue issue, String queue, Set<String> queues) {
        if (!queues.contains(queue)) {
            complaints.add(new Complaint(
                    written.at(issue, "agents"),
                    "issue \"" + issue.name() + "\" leads to the queue \"" + queue + "\", which there is not",
                    Suggestion.among(queues, queue)));
        }
    }

    private void checkForce(LocalDate today) {
        for (Issue issue : tree.issues().values()) {
            issue.inForce().until().ifPresent(until -> {
                boolean never = issue.inForce().from().map(until::isBefore).orElse(false);
                if (never || until.isBefore(today)) {
                    complaints.add(new Complaint(
                            written.at(issue, "until"),
                            "issue \"" + issue.name() + "\" "
                                    + (never ? "ends before it begins" : "is out of force since " + until),
                            "put its last day right, or delete it"));
                }
            });
        }
    }
}
