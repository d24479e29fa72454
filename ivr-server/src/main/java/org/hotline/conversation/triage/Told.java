package org.hotline.conversation.triage;

import java.util.Optional;
import org.hotline.conversation.slot.YesNo;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.speech.Language;

/**
 * A problem told at a question that did not ask for one.
 *
 * @param words what tells it, without a yes or no before it if that is clearer
 * @param issue what it is most likely about
 */
public record Told(String words, String issue) {
    /** At a question that wants something else words must be this likely about an issue. */
    private static final double SURE = 0.7;

    /** After a yes or no: "no, that is not the number that I gave you" speaks of the number that was asked about. */
    private static final double SURER = 0.8;

    /** At an open question that nothing else answers. */
    private static final double RATHER = 0.4;

    static Optional<Told> surely(Language language, IssueClassifier classifier, String text) {
        return in(language, classifier, text, SURE);
    }

    static Optional<Told> besides(Language language, IssueClassifier classifier, String text) {
        return in(language, classifier, text, SURER);
    }

    static Optional<Told> rather(Language language, IssueClassifier classifier, String text) {
        return in(language, classifier, text, RATHER);
    }

    /** Whether it is of another group than {@code current}, or that is no issue of the tree. */
    boolean isApartFrom(IssueTree tree, String current) {
        return !tree.issues().containsKey(current) || TwoIssues.areApart(tree, issue, current);
    }

    private static Optional<Told> in(Language language, IssueClassifier classifier, String text, double least) {
        return told(classifier, text, least).or(() -> told(classifier, YesNo.after(language, text), least));
    }

    private static Optional<Told> told(IssueClassifier classifier, String words, double least) {
        return TwoIssues.best(classifier.judge(words))
                .filter(best -> !words.isEmpty() && best.probability() >= least)
                .map(best -> new Told(words, best.issue()));
    }
}
