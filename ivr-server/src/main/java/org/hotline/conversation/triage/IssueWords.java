package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.Utterances;

/**
 * Tells from words which issue they are about, learnt from the tree's utterances. Words that are one of them are mostly about its
 * issue, whatever the classifier says.
 */
public final class IssueWords implements IssueClassifier {
    /** How much of the say the classifier keeps: recognizers hear one utterance for another. */
    private static final double CLASSIFIER = 0.2;

    private final Language language;
    private final TextClassifier classifier;
    private final Map<String, String> exact = new HashMap<>();

    private IssueWords(Language language, List<Example> examples, TextClassifier classifier) {
        this.language = language;
        this.classifier = classifier;
        examples.forEach(
                example -> exact.putIfAbsent(Utterances.normalised(language, example.text()), example.label()));
    }

    /** Learns from what the trainers wrote in this language, names included. */
    public static IssueWords of(Language language, IssueTree tree, Learner learner) {
        return of(language, tree, List.of(), learner);
    }

    /** @param strangers what callers say and mean none of the issues, besides small talk */
    public static IssueWords of(Language language, IssueTree tree, List<String> strangers, Learner learner) {
        List<Example> examples = new ArrayList<>();
        tree.issues().forEach((name, issue) -> {
            issue.called().in(language).ifPresent(called -> examples.add(new Example(called, name)));
            issue.utterances().in(language, List.of()).forEach(utterance -> examples.add(new Example(utterance, name)));
        });
        examples.addAll(SmallTalk.in(language));
        strangers.forEach(text -> examples.add(new Example(text, Example.OUT_OF_SCOPE)));
        return new IssueWords(language, examples, learner.learn(language, examples));
    }

    @Override
    public Judgement judge(String text) {
        Ranking ranking = classifier.classify(text);
        Map<String, Double> byIssue = new LinkedHashMap<>();
        String same = exact.get(Utterances.normalised(language, text));
        double share = same == null ? 1 : CLASSIFIER;
        ranking.labels().forEach(ranked -> byIssue.put(ranked.label(), share * ranked.probability()));
        double outOfScope = share * ranking.outOfScope();
        if (same != null && same.equals(Example.OUT_OF_SCOPE)) {
            outOfScope += 1 - share;
        } else if (same != null) {
            byIssue.merge(same, 1 - share, Double::sum);
        }
        return new Judgement(byIssue, outOfScope);
    }
}
