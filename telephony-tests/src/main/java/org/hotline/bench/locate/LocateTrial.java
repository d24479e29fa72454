package org.hotline.bench.locate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Costs;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.issue.belief.Locator;
import org.hotline.issue.belief.PastCall;
import org.hotline.issue.belief.Priors;
import org.hotline.speech.Language;
import org.hotline.understanding.Learner;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.phonetic.PhoneticLearner;

/** The same callers in one language, with all that helps and with one thing less each time. */
final class LocateTrial {
    /** Calls that the clues' weights are learnt from; other callers than those who are counted. */
    private static final int PAST_CALLS = 2000;

    private static final long PAST = 1_000_003;

    private final IssueTree tree;
    private final LocalDate today;
    private final Population population;
    private final Wordings said;
    private final Wordings foreign;
    private final Mishearing mishearing;
    private final IssueClassifier wordsAndSounds;
    private final IssueClassifier wordsOnly;
    private final int callers;
    private final long seed;

    LocateTrial(
            IssueTree tree,
            LocalDate today,
            Language language,
            Lessons lessons,
            Wordings foreign,
            Learner learner,
            Mishearing mishearing,
            int callers,
            long seed) {
        this.tree = tree;
        this.today = today;
        this.population = new Population(tree, tree.on(today), lessons.said());
        this.said = lessons.said();
        this.foreign = foreign;
        this.mishearing = mishearing;
        this.callers = callers;
        this.seed = seed;
        this.wordsOnly = judging(learner.learn(language, lessons.taught()));
        this.wordsAndSounds = judging(new PhoneticLearner(learner).learn(language, lessons.taught()));
    }

    int issues() {
        return population.issues();
    }

    Tally run(Arm arm, Costs costs) {
        IssueClassifier classifier = arm.sounds() ? wordsAndSounds : wordsOnly;
        Priors priors = arm.who() == Arm.Who.CUSTOMERS ? learnt() : Priors.written(tree);
        Locator locator = new Locator(tree, today, classifier, priors, arm.assumed(), costs);
        SimulatedCall.Policy policy = arm.fixed()
                ? (belief, asked) -> inOrder(belief, asked)
                : (belief, asked) -> locator.decide(belief, asked).act();
        Tally tally = new Tally();
        for (SimulatedCaller.Caller who : callers(arm.who())) {
            Belief opening = locator.opening(arm.guess() ? who.clues() : Set.of());
            SimulatedCaller caller = new SimulatedCaller(who, mishearing, arm.habits());
            SimulatedCall.Ended ended = new SimulatedCall(tree, policy, caller, arm.nBest(), opening).held();
            tally.count(ended, who.issue(), ended.settled().map(tree.issues()::get));
        }
        return tally;
    }

    private List<SimulatedCaller.Caller> callers(Arm.Who who) {
        return switch (who) {
            case STRANGERS -> population.strangers(callers, seed);
            case CUSTOMERS -> population.customers(callers, seed);
            case IMPATIENT ->
                OtherCallers.impatient(
                        population.strangers(callers, seed),
                        said.byIssue().getOrDefault(Wordings.PERSON, List.of()),
                        seed);
            case FOREIGN -> OtherCallers.foreign(foreign, callers, seed);
        };
    }

    private Priors learnt() {
        return Priors.learnt(
                tree,
                population.customers(PAST_CALLS, seed + PAST).stream()
                        .map(who -> new PastCall(who.clues(), who.issue().name()))
                        .toList());
    }

    /** Ask openly, then whether it is this or that in the order of likelihood: what most systems do. */
    private static Act inOrder(Belief belief, Asked asked) {
        if (asked.questions().isEmpty()) {
            return new Act.Guide(1, List.of());
        }
        if (asked.questions().size() >= Costs.USUAL.mostQuestions()) {
            return new Act.HandOver(Act.Why.ASKED_ENOUGH, Optional.empty());
        }
        Issue likeliest = belief.ranking().getFirst().issue();
        boolean agreed = belief.evidence().stream()
                .anyMatch(piece -> piece instanceof Evidence.Agreed answer
                        && answer.yes()
                        && answer.name().equals(likeliest.name()));
        return agreed
                ? new Act.Settle(likeliest.name())
                : new Act.Confirm(likeliest.name(), Act.How.EXPLICIT, Optional.empty());
    }

    private static IssueClassifier judging(TextClassifier classifier) {
        return text -> {
            Ranking ranking = classifier.classify(text);
            Map<String, Double> byIssue = new LinkedHashMap<>();
            ranking.labels().forEach(ranked -> byIssue.put(ranked.label(), ranked.probability()));
            return new IssueClassifier.Judgement(byIssue, ranking.outOfScope());
        };
    }
}
