package org.hotline.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.Comprehension;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.Transcript;

/**
 * Tries sentences on two versions.
 *
 * @param tree of the one that is tried
 * @param now what callers would be understood with, by the plan's name
 * @param before the same of the one it is compared with
 */
record Examination(IssueTree tree, Map<String, Comprehension> now, Map<String, Comprehension> before) {

    /** Sentences about issues that the tree does not have any more are left out: somebody wanted them gone. */
    Regression.Outcome of(List<Regression.Item> items) {
        List<Regression.Answer> answers = answers(items);
        List<Regression.Answer> wrong =
                answers.stream().filter(answer -> !answer.isRight()).toList();
        return new Regression.Outcome(answers.size(), answers.size() - wrong.size(), wrong);
    }

    List<Regression.Answer> answers(List<Regression.Item> items) {
        return items.stream()
                .filter(item -> item.issue().equals(Regression.OUT_OF_SCOPE)
                        || tree.issues().containsKey(item.issue()))
                .flatMap(item -> Program.locator(now, item.language())
                        .map(locator -> new Regression.Answer(
                                item,
                                taken(locator, item),
                                Program.locator(before, item.language()).map(other -> taken(other, item))))
                        .stream())
                .toList();
    }

    private static String taken(Locator locator, Regression.Item item) {
        Belief belief = Trial.belief(locator, Transcript.of(item.text()));
        Optional<Belief.Ranked> best = belief.ranking().stream().findFirst();
        return best.filter(ranked -> ranked.probability() >= belief.outOfScope())
                .map(ranked -> ranked.issue().name())
                .orElse(Regression.OUT_OF_SCOPE);
    }
}
