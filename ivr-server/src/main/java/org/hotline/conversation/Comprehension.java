package org.hotline.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.triage.Anger;
import org.hotline.conversation.triage.EarlierCalls;
import org.hotline.conversation.triage.IssueWords;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.conversation.triage.Triage;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Costs;
import org.hotline.issue.belief.Locator;
import org.hotline.issue.belief.Locators;
import org.hotline.issue.belief.Priors;
import org.hotline.issue.belief.Reliability;
import org.hotline.understanding.Learner;

/**
 * What the callers of one plan are understood with. Serves all its calls; any thread.
 *
 * @param intents trained on the plan's intents
 * @param triage locates problems in the hotline's tree of issues; if the plan has one
 * @param secondOpinion asked what callers meant whose problem their words alone do not tell
 * @param earlier asked what a caller called about before, if the tree has a clue of that
 */
public record Comprehension(
        IntentClassifier intents,
        Optional<Triage> triage,
        Optional<SecondOpinion> secondOpinion,
        EarlierCalls earlier) {
    /**
     * Learns a plan's intents, and its hotline's issues in the plan's language as they are written.
     *
     * @param today what to be ready for; other days cost some milliseconds
     */
    public static Comprehension of(Dialplan plan, Learner learner, LocalDate today) {
        Anger.prepare(plan.language());
        return new Comprehension(
                PlanIntents.of(plan, learner),
                plan.located().map(tree -> triage(plan, tree, Priors.written(tree), List.of(), learner, today)),
                Optional.empty(),
                EarlierCalls.NONE);
    }

    /**
     * The same with another tree than the plan's own.
     *
     * @param strangers what callers say and mean none of the issues
     */
    public static Comprehension of(
            Dialplan plan, IssueTree tree, Priors priors, List<String> strangers, Learner learner, LocalDate today) {
        Anger.prepare(plan.language());
        return new Comprehension(
                PlanIntents.of(plan, learner),
                plan.located().map(own -> triage(plan, tree, priors, strangers, learner, today)),
                Optional.empty(),
                EarlierCalls.NONE);
    }

    /** The same, with somebody to ask for a second opinion. */
    public Comprehension with(SecondOpinion second) {
        return new Comprehension(intents, triage, Optional.of(second), earlier);
    }

    /** The same, with somebody who remembers earlier calls. */
    public Comprehension with(EarlierCalls remembering) {
        return new Comprehension(intents, triage, secondOpinion, remembering);
    }

    private static Triage triage(
            Dialplan plan, IssueTree tree, Priors priors, List<String> strangers, Learner learner, LocalDate today) {
        IssueWords words = IssueWords.of(plan.language(), tree, strangers, learner);
        Locators locators =
                new Locators(today, day -> new Locator(tree, day, words, priors, Reliability.USUAL, Costs.USUAL));
        return Triage.of(plan.language(), tree, words, locators, learner);
    }
}
