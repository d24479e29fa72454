package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.yaml.Complaint;

/**
 * Whether a tree's issues can be told apart by what callers say: every utterance is classified by what was learnt from the
 * others (cross-validation). Takes as long as learning {@link #FOLDS} times a language; one thread.
 */
public final class IssueSeparation {
    /** Parts that the utterances are cut into: each is tried on what was learnt from all the others. */
    public static final int FOLDS = 4;

    private final IssueTree tree;
    private final Learner learner;

    /** Told after each part: of what language, how many of all parts are done. */
    @FunctionalInterface
    public interface Progress {
        void tried(Language language, int parts, int of);
    }

    /**
     * What was found.
     *
     * @param remarks what is worth a look, in the order of the tree's lines: utterances that sound like another issue, and
     *     issues that are taken for one another
     * @param trials of every utterance, for each language
     */
    public record Found(List<Complaint> remarks, Map<Language, List<Trial>> trials) {
        /** The share of the utterances in a language that were rightly understood, 0 to 1. */
        public double understood(Language language) {
            List<Trial> all = trials.getOrDefault(language, List.of());
            return all.stream().filter(Trial::isRight).count() / (double) Math.max(1, all.size());
        }
    }

    private IssueSeparation(WrittenIssues written, Learner learner) {
        this.tree = written.tree();
        this.learner = learner;
    }

    /** Tries every utterance of a tree in each language that it has utterances for two issues in. */
    public static Found of(WrittenIssues written, Learner learner, Progress progress) {
        IssueSeparation separation = new IssueSeparation(written, learner);
        List<Complaint> remarks = new ArrayList<>();
        Map<Language, List<Trial>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Trial> trials = separation.trials(language, progress);
            if (!trials.isEmpty()) {
                remarks.addAll(new Confusions(written, language, trials).remarks());
                all.put(language, trials);
            }
        }
        remarks.sort(Comparator.comparingInt(remark -> remark.place().line()));
        return new Found(List.copyOf(remarks), all);
    }

    private List<Trial> trials(Language language, Progress progress) {
        List<Utterance> utterances = utterances(language);
        if (utterances.stream().map(Utterance::issue).distinct().count() < 2) {
            return List.of();
        }
        List<Trial> trials = new ArrayList<>();
        for (int part = 0; part < FOLDS; part++) {
            trials.addAll(trials(language, utterances, part));
            progress.tried(language, part + 1, FOLDS);
        }
        return trials;
    }

    private List<Trial> trials(Language language, List<Utterance> utterances, int part) {
        List<Example> seen = new ArrayList<>(SmallTalk.in(language));
        utterances.stream()
                .filter(utterance -> utterance.place() % FOLDS != part)
                .forEach(utterance ->
                        seen.add(new Example(utterance.text(), utterance.issue().name())));
        TextClassifier classifier = learner.learn(language, seen);
        return utterances.stream()
                .filter(utterance -> utterance.place() % FOLDS == part)
                .map(utterance -> trial(utterance, classifier.classify(utterance.text())))
                .toList();
    }

    private Trial trial(Utterance utterance, Ranking ranking) {
        double own = ranking.labels().stream()
                .filter(ranked -> ranked.label().equals(utterance.issue().name()))
                .mapToDouble(Ranking.Ranked::probability)
                .findFirst()
                .orElse(0);
        Optional<Ranking.Ranked> likeliest =
                ranking.likeliest().filter(best -> tree.issues().containsKey(best.label()));
        return new Trial(
                utterance,
                likeliest.map(best -> Objects.requireNonNull(tree.issues().get(best.label()))),
                likeliest.map(Ranking.Ranked::probability).orElse(0.0),
                own);
    }

    private List<Utterance> utterances(Language language) {
        List<Utterance> utterances = new ArrayList<>();
        for (Issue issue : tree.issues().values()) {
            List<String> texts = issue.utterances().in(language, List.of());
            for (int i = 0; i < texts.size(); i++) {
                utterances.add(new Utterance(issue, i, texts.get(i)));
            }
        }
        return utterances;
    }

    /** @param place among the issue's utterances, counted from 0 */
    public record Utterance(Issue issue, int place, String text) {}

    /**
     * What an utterance was taken for by a classifier that had not seen it.
     *
     * @param likeliest nothing if it was taken for small talk
     * @param own the probability of the issue it belongs to
     */
    public record Trial(Utterance utterance, Optional<Issue> likeliest, double probability, double own) {
        public Issue issue() {
            return utterance.issue();
        }

        public boolean isRight() {
            return likeliest.filter(issue()::equals).isPresent();
        }
    }
}
