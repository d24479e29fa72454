package org.hotline.issue.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hotline.issue.Facet;

/**
 * How probable each answer to a question is, given each issue: a row an answer, a column an issue, the last column "none of
 * these". The same tables weigh a question before it is asked and its answer afterwards.
 */
final class Answers {
    /** Dividing by less would make much of nothing. */
    private static final double LEAST = 1e-9;

    private final IssueIndex index;
    private final Reliability reliability;

    Answers(IssueIndex index, Reliability reliability) {
        this.index = index;
        this.reliability = reliability;
    }

    /** A row a choice, in the order written, and a last one for "I do not know". */
    double[][] facet(Facet facet, Evidence.By by) {
        List<String> choices = new ArrayList<>(facet.choices().keySet());
        double[][] table = new double[choices.size() + 1][index.length()];
        for (int issue = 0; issue < index.length(); issue++) {
            Set<String> fitting = issue == index.nothing()
                    ? null
                    : index.issue(issue).facets().get(facet.name());
            double unknown = fitting == null ? reliability.unconcerned() : reliability.unsure();
            int fit = fitting == null ? choices.size() : count(choices, fitting);
            double error = fit == choices.size() || fit == 0 ? 0 : reliability.error(by);
            for (int choice = 0; choice < choices.size(); choice++) {
                boolean right = fitting == null || fit == 0 || fitting.contains(choices.get(choice));
                int alike = fit == 0 ? choices.size() : right ? fit : choices.size() - fit;
                table[choice][issue] = (1 - unknown) * (right ? 1 - error : error) / alike;
            }
            table[choices.size()][issue] = unknown;
        }
        return table;
    }

    /** A row an option, and a last one for "none of these". */
    double[][] offer(List<String> options, Evidence.By by) {
        double error = reliability.error(by);
        double[][] table = new double[options.size() + 1][index.length()];
        for (int issue = 0; issue < index.length(); issue++) {
            int right = options.size();
            for (int option = options.size() - 1; option >= 0; option--) {
                right = index.members(options.get(option))[issue] ? option : right;
            }
            for (int answer = 0; answer <= options.size(); answer++) {
                table[answer][issue] = answer == right ? 1 - error : error / options.size();
            }
        }
        return table;
    }

    /** Yes in row 0, no in row 1. */
    double[][] agreement(String issueOrGroup, Evidence.By by) {
        double error = reliability.error(by);
        boolean[] members = index.members(issueOrGroup);
        double[][] table = new double[2][index.length()];
        for (int issue = 0; issue < index.length(); issue++) {
            // Who is told the right issue does not object, but a cough or a "no, thanks" is now and then taken for an
            // objection.
            double yes =
                    members[issue] ? 1 - (by == Evidence.By.SILENCE ? reliability.objectsWrongly() : error) : error;
            table[0][issue] = yes;
            table[1][issue] = 1 - yes;
        }
        return table;
    }

    /**
     * How well words fit each issue, 1 if they say nothing about it: what the classifier and whoever else was asked believe by
     * what was believed before, which makes a likelihood of a posterior.
     */
    double[] words(Evidence.Heard heard, IssueClassifier classifier) {
        double[] fit = classified(heard.readings(), classifier);
        if (heard.opinion() instanceof Opinion.Given given) {
            share(fit, given);
        }
        double mislead = reliability.wordsMislead();
        Arrays.setAll(fit, place -> (1 - mislead) * fit[place] + mislead);
        return fit;
    }

    /** By the classifier: the mean of the readings weighed by confidence. */
    private double[] classified(List<Evidence.Reading> readings, IssueClassifier classifier) {
        double total =
                readings.stream().mapToDouble(Evidence.Reading::confidence).sum();
        double[] fit = new double[index.length()];
        for (Evidence.Reading reading : readings) {
            IssueClassifier.Judgement judgement = classifier.judge(reading.text());
            double share = reading.confidence() / total;
            double given = judgement.outOfScope();
            for (int number = 0; number < index.size(); number++) {
                double probability =
                        judgement.byIssue().getOrDefault(index.issue(number).name(), 0.0);
                given += probability;
                fit[number] += share * probability / before(number);
            }
            fit[index.nothing()] += share * judgement.outOfScope() / before(index.nothing());
            // What the classifier gave to nobody (unknown words, issues not in force) says nothing about anybody.
            double nobody = share * Math.max(0, 1 - given);
            Arrays.setAll(fit, place -> fit[place] + nobody);
        }
        return fit;
    }

    /**
     * Lets an opinion have its share of the say (a linear pool: who hears the same words errs with the classifier, so the two are
     * not multiplied). Of what was not shown to it, and of what it leaves open, it believes what the classifier does.
     */
    private void share(double[] fit, Opinion.Given given) {
        double unseen = 0;
        for (int place = 0; place < fit.length; place++) {
            unseen += isShown(given, place) ? 0 : fit[place] * before(place);
        }
        double fitUnseen = given.open() + given.none() / Math.max(unseen, LEAST);
        for (int place = 0; place < fit.length; place++) {
            double its = isShown(given, place)
                    ? given.byIssue().getOrDefault(index.issue(place).name(), 0.0) / before(place)
                            + given.open() * fit[place]
                    : fitUnseen * fit[place];
            fit[place] = (1 - reliability.opinion()) * fit[place] + reliability.opinion() * its;
        }
    }

    private boolean isShown(Opinion.Given given, int place) {
        return place != index.nothing()
                && given.shown().contains(index.issue(place).name());
    }

    /** What the classifier takes for probable before it has seen a word. */
    private double before(int place) {
        return place == index.nothing()
                ? IssueClassifier.OUT_OF_SCOPE
                : (1 - IssueClassifier.OUT_OF_SCOPE) / index.size();
    }

    private static int count(List<String> choices, Set<String> fitting) {
        return (int) choices.stream().filter(fitting::contains).count();
    }
}
