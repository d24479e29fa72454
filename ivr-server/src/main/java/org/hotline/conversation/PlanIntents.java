package org.hotline.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.issue.IssueTree;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.Utterances;

/**
 * Understands by comparing with the plan's examples. An utterance that is an example word for word is that example's
 * intent, whatever the classifier says.
 */
public final class PlanIntents implements IntentClassifier {
    /** A misunderstanding costs a caller as much as two questions asked again: below this, asking is better. */
    private static final double LEAST = 2.0 / 3;

    /** So many utterances of each issue tell what is no intent; all of them would take seconds to learn. */
    private static final int OF_EACH = 3;

    private final Dialplan plan;
    private final TextClassifier classifier;
    private final Map<String, String> exact = new HashMap<>();

    private PlanIntents(Dialplan plan, List<Example> examples, TextClassifier classifier) {
        this.plan = plan;
        this.classifier = classifier;
        examples.forEach(example -> exact.putIfAbsent(normalised(example.text()), example.label()));
    }

    /** Learns the intents of a plan, which may have none; takes well under a second for a few hundred examples. */
    public static PlanIntents of(Dialplan plan, Learner learner) {
        List<Example> examples = new ArrayList<>();
        plan.intents()
                .forEach((name, intent) -> intent.examples().forEach(text -> examples.add(new Example(text, name))));
        List<Example> withSmallTalk = new ArrayList<>(examples);
        withSmallTalk.addAll(SmallTalk.in(plan.language()));
        plan.located().ifPresent(tree -> withSmallTalk.addAll(problems(plan, tree)));
        TextClassifier classifier =
                examples.isEmpty() ? any -> Ranking.NOTHING : learner.learn(plan.language(), withSmallTalk);
        return new PlanIntents(plan, examples, classifier);
    }

    /** What callers tell who are asked for their problem is none of the few intents beside that: "your agent was rude" asks for no agent. */
    private static List<Example> problems(Dialplan plan, IssueTree tree) {
        return tree.issues().values().stream()
                .filter(issue -> !plan.intents().containsKey(issue.name()))
                .flatMap(issue -> issue.utterances().in(plan.language(), List.of()).stream()
                        .limit(OF_EACH))
                .map(text -> new Example(text, Example.OUT_OF_SCOPE))
                .toList();
    }

    @Override
    public Understanding understand(String text, Set<String> among) {
        String same = exact.get(normalised(text));
        if (same != null) {
            Understanding.Ranked certain = new Understanding.Ranked(same, 1);
            return among.contains(same)
                    ? new Understanding.Match(same, 1, List.of(certain))
                    : new Understanding.NoMatch(List.of());
        }
        Ranking ranking = classifier.classify(text);
        List<Understanding.Ranked> possible = ranking.labels().stream()
                .filter(ranked -> among.contains(ranked.label()))
                .map(ranked -> new Understanding.Ranked(ranked.label(), ranked.probability()))
                .toList();
        return answer(ranking, among)
                .<Understanding>map(best -> new Understanding.Match(best.label(), best.probability(), possible))
                .orElseGet(() -> new Understanding.NoMatch(possible));
    }

    private static Optional<Ranking.Ranked> answer(Ranking ranking, Set<String> among) {
        return ranking.answer().filter(best -> best.probability() >= LEAST && among.contains(best.label()));
    }

    private String normalised(String text) {
        return Utterances.normalised(plan.language(), text);
    }
}
