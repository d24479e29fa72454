package org.hotline.issue.belief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.issue.Clue;

/** How many times likelier a clue makes issues: what was written, as so many calls, and the calls in which it held. */
final class Weighing {
    /** How many calls the trainers' weights are worth. */
    static final double WRITTEN = 20;

    private final Map<String, Double> frequency;
    private final double all;
    private final Clue clue;

    /** The issue that the clue named in each call in which it did, and the issue that it was. */
    private final List<Naming> namings;

    /** The issues of the calls in which it held and named none, or another. */
    private final List<String> others;

    private record Naming(String named, String issue) {
        boolean isRight() {
            return named.equals(issue);
        }
    }

    /** @param frequency of each issue, relative to the others */
    Weighing(Map<String, Double> frequency, Clue clue, List<PastCall> calls) {
        this.frequency = frequency;
        this.all = sum(frequency);
        this.clue = clue;
        this.namings = calls.stream()
                .flatMap(call -> call.held(clue.name())
                        .flatMap(held -> held.issue().stream())
                        .filter(frequency::containsKey)
                        .map(named -> new Naming(named, call.issue())))
                .toList();
        this.others = calls.stream()
                .filter(call -> call.held(clue.name()).findAny().isPresent()
                        && call.held(clue.name()).noneMatch(held -> held.names(call.issue())))
                .map(PastCall::issue)
                .toList();
    }

    /** P(issue given the clue) / P(issue), of issues that the clue does not name. */
    Map<String, Double> weights() {
        Map<String, Double> before = new LinkedHashMap<>();
        frequency.forEach(
                (issue, often) -> before.put(issue, often * clue.speaksFor().getOrDefault(issue, 1.0)));
        double allBefore = sum(before);
        Map<String, Double> weights = new LinkedHashMap<>();
        before.forEach((issue, often) -> {
            long seen = others.stream().filter(issue::equals).count();
            double given = (seen + WRITTEN * often / allBefore) / (others.size() + WRITTEN);
            weights.put(issue, given / share(issue));
        });
        return weights;
    }

    /** Odds of the named issue given the clue / its odds without; of the mean issue among those that were named. */
    double ofNamed() {
        double before = namings.stream()
                .mapToDouble(naming -> share(naming.named()))
                .average()
                .orElse(1.0 / frequency.size());
        double written = clue.speaksForNamed() * before / (clue.speaksForNamed() * before + 1 - before);
        long right = namings.stream().filter(Naming::isRight).count();
        double given = (right + WRITTEN * written) / (namings.size() + WRITTEN);
        return odds(given) / odds(before);
    }

    private double share(String issue) {
        return frequency.getOrDefault(issue, 1.0) / all;
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
