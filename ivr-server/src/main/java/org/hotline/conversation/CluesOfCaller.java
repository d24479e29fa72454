package org.hotline.conversation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.Step;
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
        Map<String, CalledWithin> lately = tree.ofEarlierCalls();
        Optional<String> calling = Optional.of(talk.caller().calling().text()).filter(number -> !number.isEmpty());
        Set<String> clues = new HashSet<>();
        if (!lately.isEmpty() && calling.isPresent()) {
            lately.forEach((clue, within) -> issues(calling.get(), within).stream()
                    .filter(tree.issues()::containsKey)
                    .forEach(issue -> clues.add(HeldClue.naming(clue, issue))));
        }
        return clues;
    }

    private List<String> issues(String calling, CalledWithin within) {
        Duration ago = Duration.ofDays(within.days());
        return talk.whileQuiet(() -> talk.comprehension()
                .earlier()
                .issues(calling, talk.clock().instant().minus(ago)));
    }
}
