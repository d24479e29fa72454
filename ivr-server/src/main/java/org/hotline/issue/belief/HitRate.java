package org.hotline.issue.belief;

import java.util.List;
import org.hotline.issue.IssueTree;

/**
 * How often a clue was right: of the calls in which it held and whose issue is known, in how many that was one that the clue speaks
 * for or names.
 *
 * @param clue its name
 * @param calls in which it held
 * @param hits in how many of them it was right
 */
public record HitRate(String clue, int calls, int hits) {

    /** Of every clue of the tree, in its order; a clue that never held has no calls. */
    public static List<HitRate> of(IssueTree tree, List<PastCall> calls) {
        return tree.clues().values().stream()
                .map(clue -> {
                    List<PastCall> held = calls.stream()
                            .filter(call -> call.held(clue.name()).findAny().isPresent())
                            .toList();
                    long hits = held.stream()
                            .filter(call -> clue.speaksFor().getOrDefault(call.issue(), 1.0) > 1
                                    || call.held(clue.name()).anyMatch(each -> each.names(call.issue())))
                            .count();
                    return new HitRate(clue.name(), held.size(), (int) hits);
                })
                .toList();
    }
}
