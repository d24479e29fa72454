package org.hotline.conversation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Spelling;
import org.hotline.issue.CalledWithin;
import org.hotline.issue.HeldClue;
import org.hotline.issue.IssueTree;

/** Which clues hold before a caller has said a word. */
record CluesOfCaller(Talk talk, Step.Locate step, IssueTree tree) {
    /** What holds for everybody now, what the plan's look-up knows, and earlier calls; a look-up that fails knows nothing. */
    Set<String> held() {
        Set<String> clues = new HashSet<>(tree.holding(talk.now()));
        step.clues().ifPresent(lookup -> clues.addAll(new LookingUp(talk, lookup).names(Step.Locate.CLUES)));
        clues.addAll(ofEarlierCalls());
        return clues;
    }

    private Set<String> ofEarlierCalls() {
        Set<String> clues = new HashSet<>();
        Given.CALLING
                .of(talk.caller())
                .map(Spelling::recorded)
                .ifPresent(calling -> tree.ofEarlierCalls()
                        .forEach((clue, within) -> issues(calling, within).stream()
                                .filter(tree.issues()::containsKey)
                                .forEach(issue -> clues.add(HeldClue.naming(clue, issue)))));
        return clues;
    }

    private List<String> issues(String calling, CalledWithin within) {
        Duration ago = Duration.ofDays(within.days());
        return talk.caller()
                .whileQuiet(() -> talk.comprehension()
                        .earlier()
                        .issues(calling, talk.clock().instant().minus(ago)));
    }
}
