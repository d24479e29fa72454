package org.hotline.issue.belief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.IssueTree;

/**
 * Chooses what to do next to find out what a caller needs: by expected cost, looking one question ahead. Immutable: one for a
 * hotline, a language and a day serves all calls. A decision over a few hundred issues takes well under a millisecond.
 */
public final class Locator {
    private final IssueIndex index;
    private final Likelihoods likelihoods;
    private final Costs costs;
    private final Answers answers;
    private final Outlook outlook;
    private final Questions questions;

    /** @throws IllegalArgumentException if no issue is in force */
    public Locator(
            IssueTree tree,
            LocalDate day,
            IssueClassifier classifier,
            Priors priors,
            Reliability reliability,
            Costs costs) {
        this.index = new IssueIndex(tree, day);
        this.answers = new Answers(index, reliability);
        this.likelihoods = new Likelihoods(index, priors, answers, classifier);
        this.costs = costs;
        this.outlook = new Outlook(index, costs, reliability);
        this.questions = new Questions(index, answers, costs);
    }

    /** With everything as usual and the weights as the trainers wrote them. */
    public static Locator of(IssueTree tree, LocalDate day, IssueClassifier classifier) {
        return new Locator(tree, day, classifier, Priors.written(tree), Reliability.USUAL, Costs.USUAL);
    }

    /**
     * What to believe before the caller said a word.
     *
     * @param clues those that hold, as {@link org.hotline.issue.HeldClue} writes them
     */
    public Belief opening(Set<String> clues) {
        Belief nothing = likelihoods.beforeAnything();
        return clues.isEmpty() ? nothing : nothing.given(new Evidence.Clues(clues));
    }

    /** The act with the lowest expected cost, and all that was weighed. */
    public Decision decide(Belief belief, Asked asked) {
        List<Decision.Weighed> weighed = new ArrayList<>();
        double[] now = belief.probabilities();
        int left = costs.mostQuestions() - asked.questions().size();
        boolean opening = asked.questions().isEmpty() && !heard(belief);
        int best = Outlook.likeliest(now, index.size(), 1)[0];
        if (left > 0) {
            guide(now, left, asked).ifPresent(weighed::add);
            for (Question question : opening ? questions.guesses(belief) : questions.at(now)) {
                if (!asked.rulesOut(question.act()) && !isVain(question.act(), belief, best)) {
                    weighed.add(weighed(question, now, left, asked.guides() == 0));
                }
            }
        }
        if (!opening || weighed.isEmpty()) {
            weighed.addAll(endings(belief, best, left, asked));
        }
        weighed.sort(Comparator.comparingDouble(Decision.Weighed::expectedCost));
        return new Decision(weighed.getFirst().act(), weighed.getFirst().expectedCost(), weighed, belief.entropy());
    }

    /** No facet's answer undoes that the caller refused what is likeliest. */
    private boolean isVain(Act question, Belief belief, int best) {
        return question instanceof Act.AskFacet
                && belief.isRefused(index.issue(best).name());
    }

    /** What a caller has refused is not settled without a yes, however likely it seems; silence is one. */
    private List<Decision.Weighed> endings(Belief belief, int best, int left, Asked asked) {
        double[] now = belief.probabilities();
        List<Decision.Weighed> endings = new ArrayList<>();
        String name = index.issue(best).name();
        if (!belief.isRefused(name)) {
            double untold = belief.isTold(name) ? 0 : costs.untold();
            endings.add(new Decision.Weighed(new Act.Settle(name), untold + outlook.settle(now, best), now[best], 0));
        }
        Act.Confirm implicit = new Act.Confirm(name, Act.How.IMPLICIT, Optional.empty());
        if (left >= 0 && !asked.rulesOut(implicit) && !belief.isKeyed(name) && !belief.isJustRefused(name)) {
            endings.add(implicit(implicit, now, best, left));
        }
        boolean outside = now[index.nothing()] > now[best];
        Act.Why why = outside ? Act.Why.OUT_OF_SCOPE : left > 0 ? Act.Why.NOT_WORTH_ASKING : Act.Why.ASKED_ENOUGH;
        Optional<String> likeliest = outside ? Optional.empty() : Optional.of(name);
        endings.add(new Decision.Weighed(new Act.HandOver(why, likeliest), outlook.handOver(now), 1, 0));
        return endings;
    }

    /** Telling and going on: right costs next to nothing; wrong is objected to, which is one turn and a question less, or goes wrong. */
    private Decision.Weighed implicit(Act.Confirm act, double[] now, int best, int left) {
        double[][] table = answers.agreement(act.issue(), Evidence.By.SILENCE);
        double objected = Numbers.dot(now, table[1]);
        double[] accepted = posterior(now, table[0], 1 - objected);
        double cost = costs.tell() + (1 - objected) * outlook.settle(accepted, best);
        if (objected > 0) {
            cost += objected * (costs.turn() + outlook.value(posterior(now, table[1], objected), left - 1));
        }
        return new Decision.Weighed(act, cost, now[best], 0);
    }

    private Optional<Decision.Weighed> guide(double[] now, int left, Asked asked) {
        if (asked.guides() >= costs.mostGuides()) {
            return Optional.empty();
        }
        boolean first = asked.guides() == 0;
        double after = first ? costs.afterGuide() : outlook.afterGuideAgain(now, left - 1);
        List<String> examples = first ? List.of() : questions.examples(now);
        return Optional.of(
                new Decision.Weighed(new Act.Guide(asked.guides() + 1, examples), costs.turn() + after, 1, 0));
    }

    /**
     * A question: its turn, and what each answer leaves to do.
     *
     * @param unguided whether the open question is still to be put: who says no to a guess goes on to say what it is, or is asked
     */
    private Decision.Weighed weighed(Question question, double[] now, int left, boolean unguided) {
        double cost = costs.turn() + costs.option() * question.options();
        double entropy = Numbers.entropy(now);
        double bits = entropy;
        double open = (1 - costs.tellsAfterNo()) * costs.turn() + costs.afterGuide();
        for (double[] answer : question.answers()) {
            double probability = Numbers.dot(now, answer);
            if (probability > 0) {
                double[] then = posterior(now, answer, probability);
                double value = outlook.value(then, left - 1);
                cost += probability * (unguided ? Math.min(value, open) : value);
                bits -= probability * Numbers.entropy(then);
            }
        }
        return new Decision.Weighed(question.act(), cost, question.concerns(now), Math.max(0, bits));
    }

    private static double[] posterior(double[] now, double[] likelihood, double probability) {
        double[] then = new double[now.length];
        for (int place = 0; place < now.length; place++) {
            then[place] = now[place] * likelihood[place] / probability;
        }
        return then;
    }

    private static boolean heard(Belief belief) {
        return belief.evidence().stream().anyMatch(piece -> !(piece instanceof Evidence.Clues));
    }
}
