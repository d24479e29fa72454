package org.hotline.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.issue.Clue;
import org.hotline.issue.Group;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.yaml.Suggestion;

/** Makes edits. Pure: a syllabus in, another out. */
final class Editing {
    private final Syllabus syllabus;
    private final IssueTree tree;

    private Editing(Syllabus syllabus) {
        this.syllabus = syllabus;
        this.tree = syllabus.tree();
    }

    /** @throws Refused if it names what there is not, or what there is already */
    static Syllabus apply(Syllabus syllabus, Edit edit) {
        return new Editing(syllabus).apply(edit);
    }

    private Syllabus apply(Edit edit) {
        return switch (edit) {
            case Edit.AddUtterance add -> with(issue(add.issue()).said(add.language(), added(add)));
            case Edit.RemoveUtterance gone ->
                with(issue(gone.issue())
                        .said(
                                gone.language(),
                                Sayings.without(
                                        gone.language(),
                                        issue(gone.issue()).said(gone.language()),
                                        List.of(gone.text()))));
            case Edit.AddStranger add -> strangers(add.language(), added(add.language(), add.text()));
            case Edit.RemoveStranger gone ->
                strangers(
                        gone.language(),
                        Sayings.without(gone.language(), syllabus.strangers(gone.language()), List.of(gone.text())));
            case Edit.NewIssue added -> with(newIssue(added.issue()));
            case Edit.ChangeIssue changed -> change(changed.issue());
            case Edit.RemoveIssue gone -> with(issuesWithout(List.of(gone.issue())));
            case Edit.NewGroup group -> newGroup(group);
            case Edit.Move move -> change(issue(move.issue()).placed(move.path()));
            case Edit.Merge merge -> merge(merge);
            case Edit.Split split -> split(split);
        };
    }

    private List<String> added(Edit.AddUtterance add) {
        return Sayings.and(add.language(), issue(add.issue()).said(add.language()), List.of(add.text()));
    }

    private List<String> added(Language language, String text) {
        return Sayings.and(language, syllabus.strangers(language), List.of(text));
    }

    private Syllabus strangers(Language language, List<String> texts) {
        Map<Language, List<String>> all = new LinkedHashMap<>(syllabus.strangers());
        all.put(language, texts);
        return syllabus.strangers(all);
    }

    private Syllabus change(Issue issue) {
        issue(issue.name());
        checkPath(issue.path());
        return with(issue);
    }

    private Map<String, Issue> newIssue(Issue issue) {
        checkNew(issue.name());
        checkPath(issue.path());
        Map<String, Issue> issues = new LinkedHashMap<>(tree.issues());
        issues.put(issue.name(), issue);
        return issues;
    }

    private Syllabus newGroup(Edit.NewGroup added) {
        checkNew(added.name());
        checkPath(added.path());
        Map<String, Group> groups = new LinkedHashMap<>(tree.groups());
        groups.put(added.name(), new Group(added.name(), added.path(), added.called()));
        return syllabus.with(new IssueTree(tree.hotline(), groups, tree.facets(), tree.clues(), tree.issues()));
    }

    private Syllabus merge(Edit.Merge merge) {
        List<String> gone = merge.issues().stream()
                .filter(name -> !name.equals(merge.into()))
                .toList();
        if (gone.isEmpty()) {
            throw new Refused("nothing to merge into " + merge.into(), "name another issue");
        }
        Issue into = issue(merge.into());
        for (String name : gone) {
            into = Merging.of(into, issue(name));
        }
        Map<String, Issue> issues = issuesWithout(gone);
        issues.put(into.name(), into);
        Map<String, Clue> clues = Merging.clues(tree.clues(), Set.copyOf(gone), into.name());
        return syllabus.with(new IssueTree(tree.hotline(), tree.groups(), tree.facets(), clues, issues));
    }

    private Syllabus split(Edit.Split split) {
        Issue whole = issue(split.issue());
        Issue part = split.part();
        for (Language language : Language.values()) {
            List<String> left = Sayings.without(language, whole.said(language), split.utterances());
            List<String> gone = Sayings.without(language, whole.said(language), left);
            whole = whole.said(language, left);
            part = part.said(language, Sayings.and(language, part.said(language), gone));
        }
        Map<String, Issue> issues = newIssue(part);
        issues.put(whole.name(), whole);
        return with(issues);
    }

    private Map<String, Issue> issuesWithout(List<String> gone) {
        gone.forEach(this::issue);
        Map<String, Issue> issues = new LinkedHashMap<>(tree.issues());
        gone.forEach(issues::remove);
        return issues;
    }

    private Syllabus with(Issue issue) {
        Map<String, Issue> issues = new LinkedHashMap<>(tree.issues());
        issues.put(issue.name(), issue);
        return with(issues);
    }

    /** Clues say nothing about issues that are gone. */
    private Syllabus with(Map<String, Issue> issues) {
        Map<String, Clue> clues = new LinkedHashMap<>();
        tree.clues().forEach((name, clue) -> {
            Map<String, Double> weights = new LinkedHashMap<>(clue.speaksFor());
            weights.keySet().retainAll(issues.keySet());
            clues.put(name, clue.speakingFor(weights));
        });
        return syllabus.with(new IssueTree(tree.hotline(), tree.groups(), tree.facets(), clues, issues));
    }

    private Issue issue(String name) {
        Issue issue = tree.issues().get(name);
        if (issue == null) {
            throw new Refused(
                    "there is no issue \"" + name + "\"",
                    Suggestion.among(tree.issues().keySet(), name));
        }
        return issue;
    }

    private void checkNew(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Refused("\"" + name + "\" cannot name an issue", "use small letters and digits with dashes");
        }
        if (tree.issues().containsKey(name) || tree.groups().containsKey(name)) {
            throw new Refused("\"" + name + "\" is there already", "names are unique in the whole tree");
        }
    }

    private void checkPath(List<String> path) {
        for (int depth = 0; depth < path.size(); depth++) {
            Group group = tree.groups().get(path.get(depth));
            if (group == null) {
                throw new Refused(
                        "there is no group \"" + path.get(depth) + "\"",
                        Suggestion.among(tree.groups().keySet(), path.get(depth)));
            }
            if (!group.path().equals(path.subList(0, depth))) {
                throw new Refused(
                        "the group \"" + group.name() + "\" is not there",
                        "it is under /" + String.join("/", group.path()));
            }
        }
    }
}
