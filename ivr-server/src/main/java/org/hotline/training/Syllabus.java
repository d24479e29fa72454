package org.hotline.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.issue.belief.Priors;
import org.hotline.speech.Language;

/**
 * All that a version is learnt from.
 *
 * @param strangers what callers say and mean none of the issues, besides the small talk that every hotline knows
 * @param learnt how frequent issues are and what clues are worth, as calls have shown; nothing for as trainers wrote it
 * @param base the plans' own tree that trainers began with, or took over last; nothing if nobody noted it
 */
public record Syllabus(
        IssueTree tree, Map<Language, List<String>> strangers, Optional<Priors> learnt, Optional<IssueTree> base) {
    public Syllabus {
        strangers = Map.copyOf(strangers);
    }

    /** The plans' own tree, and nothing else. */
    public static Syllabus of(IssueTree tree) {
        return new Syllabus(tree, Map.of(), Optional.empty(), Optional.of(tree));
    }

    /** Whether the same is learnt from both. */
    boolean teaches(Syllabus other) {
        return tree.equals(other.tree) && strangers.equals(other.strangers) && learnt.equals(other.learnt);
    }

    public Priors priors() {
        return learnt.orElseGet(() -> Priors.written(tree));
    }

    public List<String> strangers(Language language) {
        return strangers.getOrDefault(language, List.of());
    }

    /**
     * Whether calls can be led by it.
     *
     * @throws Refused if an issue leads to a step or a queue that there is not
     */
    void checkAgainst(Hotline hotline) {
        for (Issue issue : tree.issues().values()) {
            switch (issue.outcome()) {
                case Outcome.Flow flow ->
                    hotline.plans()
                            .forEach(plan -> refuse(
                                    plan.plan().steps().containsKey(flow.step()),
                                    issue,
                                    "the step \"" + flow.step() + "\", which the plan "
                                            + plan.plan().name() + " does not have"));
                case Outcome.Agents agents ->
                    agents.queue()
                            .ifPresent(queue -> refuse(
                                    hotline.surroundings()
                                            .queues()
                                            .map(all -> all.contains(queue))
                                            .orElse(true),
                                    issue,
                                    "the queue \"" + queue + "\", which there is not"));
                case Outcome.Answer answer -> {} // says it, wherever the call is
            }
        }
    }

    private static void refuse(boolean there, Issue issue, String target) {
        if (!there) {
            throw new Refused("issue \"" + issue.name() + "\" leads to " + target, "");
        }
    }

    Syllabus with(IssueTree other) {
        return new Syllabus(other, strangers, learnt, base);
    }

    Syllabus strangers(Map<Language, List<String>> others) {
        return new Syllabus(tree, others, learnt, base);
    }

    Syllabus learnt(Priors priors) {
        return new Syllabus(tree, strangers, Optional.of(priors), base);
    }

    Syllabus from(IssueTree written) {
        return new Syllabus(tree, strangers, learnt, Optional.of(written));
    }
}
