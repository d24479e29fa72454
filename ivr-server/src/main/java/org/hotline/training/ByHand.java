package org.hotline.training;

import org.hotline.issue.IssueTree;

/**
 * What of the plans' own tree was changed by hand, and is not used: it is written in a file, trainers work elsewhere.
 *
 * @param notInDraft how many changes the draft does not have: {@link Draft#takeOver} puts them there
 * @param notInForce how many of them callers are not understood with
 */
public record ByHand(int notInDraft, int notInForce) {
    /** @param written as the file is now */
    static ByHand of(IssueTree written, Syllabus draft, Syllabus inForce) {
        return new ByHand(changes(draft, written), changes(inForce, written));
    }

    /** None if nobody noted what it began with. */
    static int changes(Syllabus syllabus, IssueTree written) {
        return syllabus.base()
                .map(base -> Comparison.changes(Syllabus.of(base), Syllabus.of(written)))
                .orElse(0);
    }
}
