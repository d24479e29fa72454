package org.hotline.conversation;

import java.time.LocalDate;
import java.util.Optional;
import org.hotline.conversation.triage.IssueWords;
import org.hotline.conversation.triage.Triage;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Locator;
import org.hotline.understanding.Learner;

/**
 * What the callers of one plan are understood with. Serves all its calls; any thread.
 *
 * @param intents trained on the plan's intents
 * @param triage locates problems in the hotline's tree of issues; if the plan has one
 */
public record Comprehension(IntentClassifier intents, Optional<Triage> triage) {
    /**
     * Learns a plan's intents, and its hotline's issues in the plan's language.
     *
     * @param today which issues are in force
     */
    public static Comprehension of(Dialplan plan, Learner learner, LocalDate today) {
        return new Comprehension(
                PlanIntents.of(plan, learner), plan.located().map(tree -> triage(plan, tree, learner, today)));
    }

    private static Triage triage(Dialplan plan, IssueTree tree, Learner learner, LocalDate today) {
        IssueWords words = IssueWords.of(plan.language(), tree, learner);
        return Triage.of(plan.language(), tree, Locator.of(tree, today, words), learner);
    }
}
