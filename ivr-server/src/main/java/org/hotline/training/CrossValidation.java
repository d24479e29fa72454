package org.hotline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.dialplan.IssueSeparation;
import org.hotline.dialplan.WrittenIssues;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;

/** Tries each utterance of a tree on what the others teach. One thread. */
final class CrossValidation {
    private static final int CONFUSIONS = 3;

    private final Learner learner;
    private final Training.Progress progress;

    CrossValidation(Learner learner, Training.Progress progress) {
        this.learner = learner;
        this.progress = progress;
    }

    /** @param leaves in the order of the tree */
    record Found(Map<Language, Report.Figures> figures, List<Report.Leaf> leaves, List<String> remarks) {
        Report report() {
            return new Report(
                    figures, leaves, remarks, Regression.Outcome.NOTHING, new Report.Rehearsals(0, List.of()));
        }

        /** The same, with what another has for before. */
        Found after(Report before) {
            Map<Language, Report.Figures> compared = new EnumMap<>(Language.class);
            figures.forEach((language, figure) -> compared.put(
                    language,
                    new Report.Figures(
                            figure.utterances(),
                            figure.understood(),
                            Optional.ofNullable(before.figures().get(language)).map(Report.Figures::understood))));
            return new Found(
                    compared, leaves.stream().map(leaf -> leaf.after(before)).toList(), remarks);
        }
    }

    Found of(WrittenIssues written, Syllabus syllabus) {
        Learner withStrangers = (language, examples) -> learner.learn(language, with(examples, syllabus, language));
        IssueSeparation.Found found = IssueSeparation.of(
                written,
                withStrangers,
                (language, parts, of) -> progress.at("trying the utterances in " + language.tag(), parts, of));
        Map<Language, Report.Figures> figures = new EnumMap<>(Language.class);
        List<Report.Leaf> leaves = new ArrayList<>();
        found.trials().forEach((language, trials) -> {
            figures.put(language, new Report.Figures(trials.size(), found.understood(language), Optional.empty()));
            leaves.addAll(leaves(written, language, trials));
        });
        return new Found(
                figures, leaves, found.remarks().stream().map(Object::toString).toList());
    }

    private static List<Example> with(List<Example> examples, Syllabus syllabus, Language language) {
        List<Example> all = new ArrayList<>(examples);
        syllabus.strangers(language).forEach(text -> all.add(new Example(text, Example.OUT_OF_SCOPE)));
        return all;
    }

    private static List<Report.Leaf> leaves(
            WrittenIssues written, Language language, List<IssueSeparation.Trial> trials) {
        List<Report.Leaf> leaves = new ArrayList<>();
        for (Issue issue : written.tree().issues().values()) {
            List<IssueSeparation.Trial> own =
                    trials.stream().filter(trial -> trial.issue().equals(issue)).toList();
            if (!own.isEmpty()) {
                leaves.add(leaf(issue, language, own, trials));
            }
        }
        return leaves;
    }

    private static Report.Leaf leaf(
            Issue issue, Language language, List<IssueSeparation.Trial> own, List<IssueSeparation.Trial> all) {
        long right = own.stream().filter(IssueSeparation.Trial::isRight).count();
        long taken = all.stream()
                .filter(trial -> trial.likeliest().filter(issue::equals).isPresent())
                .count();
        return new Report.Leaf(
                issue.name(),
                language,
                own.size(),
                taken == 0 ? Optional.empty() : Optional.of(right / (double) taken),
                right / (double) own.size(),
                Optional.empty(),
                confusions(own));
    }

    private static List<Report.Confusion> confusions(List<IssueSeparation.Trial> own) {
        Map<String, Integer> times = new LinkedHashMap<>();
        own.stream()
                .filter(trial -> !trial.isRight())
                .forEach(trial -> times.merge(trial.likeliest().map(Issue::name).orElse(""), 1, Integer::sum));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(CONFUSIONS)
                .map(entry -> new Report.Confusion(entry.getKey(), entry.getValue()))
                .toList();
    }
}
