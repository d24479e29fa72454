package org.hotline.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;

/** What changed from one tree to another. */
final class Comparison {
    private Comparison() {}

    static Difference of(Report was, IssueTree before, Report is, IssueTree after, List<Regression.Answer> answers) {
        List<String> moved = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        Map<String, Difference.Utterances> utterances = new LinkedHashMap<>();
        after.issues().forEach((name, issue) -> {
            Issue other = before.issues().get(name);
            if (other != null) {
                if (!other.path().equals(issue.path())) {
                    moved.add(name);
                }
                if (!bare(other).equals(bare(issue))) {
                    changed.add(name);
                }
                utterances(other, issue).ifPresent(found -> utterances.put(name, found));
            }
        });
        return new Difference(
                missing(after, before),
                missing(before, after),
                moved,
                changed,
                utterances,
                understood(was, is),
                answers.stream()
                        .filter(answer -> !answer.before().equals(Optional.of(answer.now())))
                        .toList());
    }

    /** How many issues, utterances, groups, facets and clues are otherwise, strangers' sentences among them. */
    static int changes(Syllabus before, Syllabus after) {
        Report nothing = Report.NOTHING;
        Difference difference = of(nothing, before.tree(), nothing, after.tree(), List.of());
        int strangers = 0;
        for (Language language : Language.values()) {
            Set<String> was = new LinkedHashSet<>(before.strangers(language));
            Set<String> is = new LinkedHashSet<>(after.strangers(language));
            strangers += (int) (is.stream().filter(text -> !was.contains(text)).count()
                    + was.stream().filter(text -> !is.contains(text)).count());
        }
        return strangers
                + entries(before.tree(), after.tree())
                + difference.added().size()
                + difference.removed().size()
                + difference.moved().size()
                + difference.changed().size()
                + difference.utterances().values().stream()
                        .mapToInt(each -> each.added().size() + each.removed().size())
                        .sum();
    }

    /** How many groups, facets and clues are otherwise. */
    private static int entries(IssueTree before, IssueTree after) {
        return otherwise(before.groups(), after.groups())
                + otherwise(before.facets(), after.facets())
                + otherwise(before.clues(), after.clues());
    }

    private static int otherwise(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return (int) names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .count();
    }

    private static List<String> missing(IssueTree there, IssueTree here) {
        return there.issues().keySet().stream()
                .filter(name -> !here.issues().containsKey(name))
                .toList();
    }

    /** Without place and utterances. */
    private static Issue bare(Issue issue) {
        return new Issue(
                issue.name(),
                List.of(),
                issue.called(),
                new InLanguages<>(Map.of()),
                issue.facets(),
                issue.outcome(),
                issue.trust(),
                issue.priority(),
                issue.inForce());
    }

    private static Optional<Difference.Utterances> utterances(Issue before, Issue after) {
        Set<String> was = all(before);
        Set<String> is = all(after);
        List<String> added = is.stream().filter(text -> !was.contains(text)).toList();
        List<String> removed = was.stream().filter(text -> !is.contains(text)).toList();
        return added.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference.Utterances(added, removed));
    }

    private static Set<String> all(Issue issue) {
        Set<String> all = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            all.addAll(issue.utterances().in(language, List.of()));
        }
        return all;
    }

    private static Map<Language, Difference.Change> understood(Report was, Report is) {
        Map<Language, Difference.Change> understood = new TreeMap<>();
        is.figures().forEach((language, figures) -> {
            Report.Figures before = was.figures().get(language);
            if (before != null) {
                understood.put(language, new Difference.Change(before.understood(), figures.understood()));
            }
        });
        return understood;
    }
}
