package org.hotline.issue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hotline's issues. Written down in {@code dialplans/<hotline>/issues.yaml} and kept by its trainers; every plan of the
 * hotline, whatever its language, speaks about the same issues. Maps keep the order written.
 *
 * @param hotline the folder's name
 * @param groups the inner nodes by name, the root's children and theirs; for people and for asking "is it about A, B or C?"
 * @param facets what tells issues apart, by name
 * @param clues what can be known before the caller says a word, by name
 * @param issues the leaves, by name
 */
public record IssueTree(
        String hotline,
        Map<String, Group> groups,
        Map<String, Facet> facets,
        Map<String, Clue> clues,
        Map<String, Issue> issues) {

    /** The issues in force on a day. */
    public List<Issue> on(LocalDate day) {
        return issues.values().stream().filter(issue -> issue.inForce().on(day)).toList();
    }

    /** The leaves below a group, at any depth. */
    public Map<String, Issue> below(String group) {
        Map<String, Issue> below = new LinkedHashMap<>();
        issues.forEach((name, issue) -> {
            if (issue.path().contains(group)) {
                below.put(name, issue);
            }
        });
        return below;
    }
}
