package org.hotline.issue.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Facet;
import org.hotline.issue.HeldClue;

/** How well each piece of evidence fits each issue. */
final class Likelihoods {
    /** How many times as often callers name a thing of their own if their issue is one that its clue speaks for: a guess, not measured. */
    private static final double NAMES = 3;

    private final IssueIndex index;
    private final Priors priors;
    private final Answers answers;
    private final IssueClassifier classifier;

    Likelihoods(IssueIndex index, Priors priors, Answers answers, IssueClassifier classifier) {
        this.index = index;
        this.priors = priors;
        this.answers = answers;
        this.classifier = classifier;
    }

    IssueIndex index() {
        return index;
    }

    Belief beforeAnything() {
        double[] prior = new double[index.length()];
        double sum = 0;
        for (int number = 0; number < index.size(); number++) {
            prior[number] = priors.frequency().getOrDefault(index.issue(number).name(), 1.0);
            sum += prior[number];
        }
        prior[index.nothing()] = sum * priors.outOfScope() / (1 - priors.outOfScope());
        return new Belief(
                this, List.of(), Arrays.stream(prior).map(Numbers::log).toArray());
    }

    /** By issue, "none of these" last. */
    double[] of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Clues clues -> product(clues.names());
            case Evidence.Named named -> concerned(named.clues());
            case Evidence.Heard heard -> answers.words(heard, classifier);
            case Evidence.Chose chose -> choice(chose);
            case Evidence.Picked picked -> {
                List<String> offered = picked.offered();
                double[][] table = answers.offer(offered, picked.by());
                yield table[
                        picked.picked().map(option -> position(offered, option)).orElse(offered.size())];
            }
            case Evidence.Agreed agreed -> answers.agreement(agreed.name(), agreed.by())[agreed.yes() ? 0 : 1];
        };
    }

    private double[] choice(Evidence.Chose chose) {
        Facet facet = known(chose.facet());
        List<String> choices = new ArrayList<>(facet.choices().keySet());
        double[][] table = answers.facet(facet, chose.by());
        return table[chose.choice().map(choice -> position(choices, choice)).orElse(choices.size())];
    }

    Optional<String> clueFor(String issue, List<Evidence> evidence) {
        String best = "";
        double most = 1;
        for (Evidence piece : evidence) {
            if (piece instanceof Evidence.Clues clues) {
                for (String name : clues.names()) {
                    double weight = priors.weight(HeldClue.of(name), issue);
                    best = weight > most ? name : best;
                    most = Math.max(weight, most);
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private double[] product(Set<String> names) {
        double[] product = new double[index.length()];
        Arrays.fill(product, 1);
        for (String name : names) {
            HeldClue held = HeldClue.of(name);
            for (int number = 0; number < index.size(); number++) {
                product[number] *= priors.weight(held, index.issue(number).name());
            }
        }
        return product;
    }

    /** Who has one of the issues that these clues speak for names the thing more often than others do. */
    private double[] concerned(Set<String> clues) {
        double[] concerned = new double[index.length()];
        Arrays.fill(concerned, 1);
        List<HeldClue> held = clues.stream().map(HeldClue::of).toList();
        for (int number = 0; number < index.size(); number++) {
            String issue = index.issue(number).name();
            if (held.stream().anyMatch(clue -> priors.weight(clue, issue) > 1)) {
                concerned[number] = NAMES;
            }
        }
        return concerned;
    }

    private Facet known(String name) {
        Facet facet = index.tree().facets().get(name);
        if (facet == null) {
            throw new IllegalArgumentException("no facet is called " + name + ": there are "
                    + index.tree().facets().keySet());
        }
        return facet;
    }

    private static int position(List<String> names, String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException(name + " was not offered: " + names + " were");
        }
        return position;
    }
}
