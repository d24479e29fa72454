package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hotline.issue.Clue;
import org.hotline.issue.HeldClue;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;

/**
 * Who calls. Strangers: every issue equally often, nothing known. Customers: of a hundred, 60 have a clue that points right (their
 * issue is one it speaks for, drawn by its weights, or the one that it names), 15 have one that misleads (their issue is any other), 25 have
 * none (any issue). A clue that names an issue, as an earlier call does, names any.
 */
final class Population {
    private static final double POINTS_RIGHT = 0.6;
    private static final double MISLEADS = 0.15;

    private final Wordings wordings;
    private final List<Issue> issues;
    private final List<Clue> clues;

    /** Issues without a wording are never drawn. */
    Population(IssueTree tree, List<Issue> inForce, Wordings wordings) {
        this.wordings = wordings;
        this.issues = inForce.stream()
                .filter(issue -> wordings.byIssue().containsKey(issue.name()))
                .toList();
        this.clues = tree.clues().values().stream()
                .filter(clue -> namesOne(clue)
                        || clue.speaksFor().keySet().stream()
                                .anyMatch(name -> wordings.byIssue().containsKey(name)))
                .toList();
    }

    int issues() {
        return issues.size();
    }

    List<SimulatedCaller.Caller> strangers(int count, long seed) {
        Random chance = new Random(seed);
        List<SimulatedCaller.Caller> callers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            callers.add(caller(issues.get(number % issues.size()), Set.of(), chance));
        }
        return callers;
    }

    List<SimulatedCaller.Caller> customers(int count, long seed) {
        Random chance = new Random(seed);
        List<SimulatedCaller.Caller> callers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            double dice = chance.nextDouble();
            Clue clue = clues.get(chance.nextInt(clues.size()));
            Issue named = issues.get(chance.nextInt(issues.size()));
            if (dice < POINTS_RIGHT) {
                Issue issue = namesOne(clue) ? named : spokenFor(clue, chance);
                callers.add(caller(issue, Set.of(held(clue, named)), chance));
            } else if (dice < POINTS_RIGHT + MISLEADS) {
                callers.add(caller(other(clue, named, chance), Set.of(held(clue, named)), chance));
            } else {
                callers.add(caller(named, Set.of(), chance));
            }
        }
        return callers;
    }

    private static boolean namesOne(Clue clue) {
        return clue.speaksForNamed() > 1;
    }

    private static String held(Clue clue, Issue named) {
        return namesOne(clue) ? HeldClue.naming(clue.name(), named.name()) : clue.name();
    }

    /** Any issue that the clue neither speaks for nor names. */
    private Issue other(Clue clue, Issue named, Random chance) {
        Issue issue = named;
        while (clue.speaksFor().containsKey(issue.name()) || (namesOne(clue) && issue.equals(named))) {
            issue = issues.get(chance.nextInt(issues.size()));
        }
        return issue;
    }

    private Issue spokenFor(Clue clue, Random chance) {
        Map<String, Double> weights = clue.speaksFor();
        List<Issue> possible = issues.stream()
                .filter(issue -> weights.containsKey(issue.name()))
                .toList();
        double sum = possible.stream()
                .mapToDouble(issue -> weights.getOrDefault(issue.name(), 0.0))
                .sum();
        double dice = chance.nextDouble() * sum;
        for (Issue issue : possible) {
            dice -= weights.getOrDefault(issue.name(), 0.0);
            if (dice < 0) {
                return issue;
            }
        }
        return possible.getLast();
    }

    private SimulatedCaller.Caller caller(Issue issue, Set<String> clues, Random chance) {
        List<String> sayings = new ArrayList<>(wordings.byIssue().getOrDefault(issue.name(), List.of()));
        Collections.shuffle(sayings, chance);
        return new SimulatedCaller.Caller(issue, clues, sayings, List.of(), chance.nextLong());
    }
}
