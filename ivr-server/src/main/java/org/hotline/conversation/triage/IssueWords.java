package org.hotline.conversation.triage;

import java.util.ArrayList;
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

/** Tells from words which issue they are about, learnt from the tree's utterances. */
public final class IssueWords implements IssueClassifier {
    private final TextClassifier classifier;

    private IssueWords(TextClassifier classifier) {
        this.classifier = classifier;
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
        return new IssueWords(learner.learn(language, examples));
    }

    @Override
    public Judgement judge(String text) {
        Ranking ranking = classifier.classify(text);
        Map<String, Double> byIssue = new LinkedHashMap<>();
        ranking.labels().forEach(ranked -> byIssue.put(ranked.label(), ranked.probability()));
        return new Judgement(byIssue, ranking.outOfScope());
    }
}
