package org.hotline.training;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hotline.issue.Clue;
import org.hotline.issue.Facet;
import org.hotline.issue.Group;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.training.TakenOver.Conflict;
import org.hotline.training.TakenOver.Kind;

/** Merges two trees that came from one. What one side alone changed is changed; utterances that either added are there. One thread. */
final class ThreeWays {
    private final IssueTree base;
    private final IssueTree trainers;
    private final IssueTree written;
    private final List<Conflict> conflicts;

    /** @param conflicts gets what both changed */
    ThreeWays(IssueTree base, IssueTree trainers, IssueTree written, List<Conflict> conflicts) {
        this.base = base;
        this.trainers = trainers;
        this.written = written;
        this.conflicts = conflicts;
    }

    IssueTree merged() {
        Map<String, Issue> issues = all(IssueTree::issues, this::both);
        Map<String, Group> groups = all(IssueTree::groups, this::written);
        Map<String, Facet> facets = all(IssueTree::facets, this::written);
        for (Issue issue : issues.values()) {
            keep(issue.path(), trainers.groups(), groups);
            keep(issue.facets().keySet(), trainers.facets(), facets);
        }
        issues.replaceAll((name, issue) -> issue.fitting(offered(issue, facets)));
        return new IssueTree(written.hotline(), groups, facets, about(issues.keySet()), issues);
    }

    /** What an issue that stays needs stays too. */
    private static <T> void keep(Iterable<String> needed, Map<String, T> from, Map<String, T> all) {
        for (String name : needed) {
            T thing = from.get(name);
            if (thing != null) {
                all.putIfAbsent(name, thing);
            }
        }
    }

    private static Map<String, Set<String>> offered(Issue issue, Map<String, Facet> facets) {
        Map<String, Set<String>> offered = new LinkedHashMap<>();
        issue.facets().forEach((name, choices) -> {
            Facet facet = facets.get(name);
            Set<String> there = new LinkedHashSet<>(choices);
            there.retainAll(facet == null ? Set.of() : facet.choices().keySet());
            if (!there.isEmpty()) {
                offered.put(name, there);
            }
        });
        return offered;
    }

    private Map<String, Clue> about(Set<String> issues) {
        Map<String, Clue> clues = new LinkedHashMap<>();
        all(IssueTree::clues, this::written).forEach((name, clue) -> {
            Map<String, Double> weights = new LinkedHashMap<>(clue.speaksFor());
            weights.keySet().retainAll(issues);
            clues.put(name, clue.speakingFor(weights));
        });
        return clues;
    }

    /** Makes one of what both changed. */
    @FunctionalInterface
    private interface Both<T> {
        T of(String name, Optional<T> base, T trainers, T written);
    }

    private <T> Map<String, T> all(Function<IssueTree, Map<String, T>> things, Both<T> both) {
        Set<String> names = new LinkedHashSet<>(things.apply(written).keySet());
        names.addAll(things.apply(trainers).keySet());
        names.addAll(things.apply(base).keySet());
        Map<String, T> all = new LinkedHashMap<>();
        for (String name : names) {
            one(
                            name,
                            Optional.ofNullable(things.apply(base).get(name)),
                            Optional.ofNullable(things.apply(trainers).get(name)),
                            Optional.ofNullable(things.apply(written).get(name)),
                            both)
                    .ifPresent(thing -> all.put(name, thing));
        }
        return all;
    }

    private <T> Optional<T> one(String name, Optional<T> was, Optional<T> ours, Optional<T> theirs, Both<T> both) {
        if (theirs.equals(was) || theirs.equals(ours)) {
            return ours;
        }
        if (ours.equals(was)) {
            return theirs;
        }
        if (ours.isEmpty() || theirs.isEmpty()) {
            conflicts.add(new Conflict(ours.isEmpty() ? Kind.STAYS_GONE : Kind.STAYS, name));
            return ours;
        }
        return Optional.of(both.of(name, was, ours.get(), theirs.get()));
    }

    private <T> T written(String name, Optional<T> was, T ours, T theirs) {
        conflicts.add(new Conflict(Kind.AS_WRITTEN, name));
        return theirs;
    }

    private Issue both(String name, Optional<Issue> was, Issue ours, Issue theirs) {
        Parts parts = new Parts(was, ours, theirs);
        Issue merged = new Issue(
                name,
                parts.of(Issue::path),
                parts.of(Issue::called),
                new InLanguages<>(Map.of()),
                parts.of(Issue::facets),
                parts.of(Issue::outcome),
                parts.of(Issue::trust),
                parts.of(Issue::priority),
                parts.of(Issue::inForce));
        for (Language language : Language.values()) {
            merged = merged.said(language, said(language, was, ours, theirs));
        }
        if (parts.differ) {
            conflicts.add(new Conflict(Kind.AS_WRITTEN, name));
        }
        return merged;
    }

    private static List<String> said(Language language, Optional<Issue> was, Issue ours, Issue theirs) {
        List<String> before = was.map(issue -> issue.said(language)).orElse(List.of());
        List<String> now = theirs.said(language);
        List<String> gone = Sayings.without(language, before, now);
        return Sayings.and(
                language, Sayings.without(language, ours.said(language), gone), Sayings.without(language, now, before));
    }

    /** Part by part: what only one side changed is as that side has it, else as written. */
    private static final class Parts {
        private final Optional<Issue> was;
        private final Issue ours;
        private final Issue theirs;
        private boolean differ;

        Parts(Optional<Issue> was, Issue ours, Issue theirs) {
            this.was = was;
            this.ours = ours;
            this.theirs = theirs;
        }

        <T> T of(Function<Issue, T> part) {
            Optional<T> before = was.map(part);
            T mine = part.apply(ours);
            T other = part.apply(theirs);
            if (Optional.of(other).equals(before)) {
                return mine;
            }
            differ |= !mine.equals(other) && !Optional.of(mine).equals(before);
            return other;
        }
    }
}
