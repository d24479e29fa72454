package org.hotline.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline.issue.IssueTree;

/**
 * A draft with what was changed by hand in the plans' tree since it was begun.
 *
 * @param conflicts where both did something else, in the order of the tree
 */
public record TakenOver(Syllabus syllabus, List<Conflict> conflicts) {

    /** @param name of an issue, a group, a facet or a clue */
    public record Conflict(Kind kind, String name) {}

    /** What came of two changes to one thing. */
    public enum Kind {
        /** Both changed the same of it: it is as in the file, with the utterances of both. */
        AS_WRITTEN,
        /** Gone from the file, changed by trainers: it stays. */
        STAYS,
        /** Removed by trainers, changed in the file: it stays gone. */
        STAYS_GONE
    }

    /** Of a draft whose base nobody noted, all that either has is taken for new. */
    static TakenOver of(Syllabus draft, IssueTree written) {
        IssueTree none = new IssueTree(written.hotline(), Map.of(), Map.of(), Map.of(), Map.of());
        List<Conflict> conflicts = new ArrayList<>();
        IssueTree both = new ThreeWays(draft.base().orElse(none), draft.tree(), written, conflicts).merged();
        return new TakenOver(draft.with(both).from(written), List.copyOf(conflicts));
    }
}
