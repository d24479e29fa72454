package org.hotline.issue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The clues that hold for every caller now, by the hotline's clock. */
    public Set<String> holding(LocalDateTime now) {
        return clues.values().stream()
                .filter(clue -> clue.holds()
                        .filter(holds -> holds instanceof ByClock clock && clock.at(now))
                        .isPresent())
                .map(Clue::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The clues that hold for whoever called lately, and how lately. */
    public Map<String, CalledWithin> ofEarlierCalls() {
        Map<String, CalledWithin> lately = new LinkedHashMap<>();
        clues.values()
                .forEach(clue -> clue.holds().ifPresent(holds -> {
                    if (holds instanceof CalledWithin within) {
                        lately.put(clue.name(), within);
                    }
                }));
        return lately;
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
