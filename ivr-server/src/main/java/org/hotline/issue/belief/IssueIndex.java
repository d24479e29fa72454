package org.hotline.issue.belief;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;

/** The issues in force on a day by number, 0 to n - 1; number n stands for "none of these". */
final class IssueIndex {
    private final IssueTree tree;
    private final List<Issue> issues;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, boolean[]> members = new HashMap<>();

    IssueIndex(IssueTree tree, LocalDate day) {
        this.tree = tree;
        this.issues = List.copyOf(tree.on(day));
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("no issue of " + tree.hotline() + " is in force on " + day);
        }
        for (int number = 0; number < issues.size(); number++) {
            Issue issue = issues.get(number);
            numbers.put(issue.name(), number);
            for (String name : issue.path()) {
                members.computeIfAbsent(name, any -> new boolean[length()])[number] = true;
            }
            members.computeIfAbsent(issue.name(), any -> new boolean[length()])[number] = true;
        }
    }

    IssueTree tree() {
        return tree;
    }

    List<Issue> issues() {
        return issues;
    }

    Issue issue(int number) {
        return issues.get(number);
    }

    /** The number of issues, without "none of these". */
    int size() {
        return issues.size();
    }

    /** The length of an array with a place for each issue and one for "none of these". */
    int length() {
        return issues.size() + 1;
    }

    /** The place of "none of these". */
    int nothing() {
        return issues.size();
    }

    /** @throws IllegalArgumentException if no issue in force has this name */
    int number(String issue) {
        Integer number = numbers.get(issue);
        if (number == null) {
            throw new IllegalArgumentException(
                    "no issue in force is called " + issue + ": there are " + new TreeSet<>(numbers.keySet()));
        }
        return number;
    }

    /** Whether each issue is this one or lies below this group; nobody writes to it. All false for what is not in force. */
    boolean[] members(String issueOrGroup) {
        boolean[] known = members.get(issueOrGroup);
        return known == null ? new boolean[length()] : known;
    }
}
