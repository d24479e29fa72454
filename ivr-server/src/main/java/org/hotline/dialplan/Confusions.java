package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.dialplan.IssueSeparation.Trial;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;

/** What is worth a look in the trials of a tree's utterances: those that sound like another issue, and issues that are mixed up. */
final class Confusions {
    /** An utterance is taken for another's if the other is that likely ... */
    private static final double SURE = 0.95;

    /** ... and so many times likelier than its own. */
    private static final double LIKELIER = 10;

    /** Two issues are too close if that share of what is said for either is taken for the other ... */
    private static final double MIXED_UP = 0.4;

    /** ... or that share, if no question tells them apart. */
    private static final double MIXED_UP_FOR_GOOD = 0.2;

    private final WrittenIssues written;
    private final Language language;
    private final List<Trial> trials;

    Confusions(WrittenIssues written, Language language, List<Trial> trials) {
        this.written = written;
        this.language = language;
        this.trials = trials;
    }

    List<Complaint> remarks() {
        List<Complaint> remarks = new ArrayList<>();
        trials.forEach(trial -> trial.likeliest()
                .filter(other -> soundsLike(trial, other))
                .ifPresent(other -> remarks.add(elsewhere(trial, other))));
        mixedUp().forEach((pair, times) -> {
            double share = times / (double) (said(pair.one()) + said(pair.other()));
            boolean apart = toldApart(pair.one(), pair.other());
            if (share >= (apart ? MIXED_UP : MIXED_UP_FOR_GOOD)) {
                remarks.add(tooClose(pair, times, apart));
            }
        });
        return remarks;
    }

    private static boolean soundsLike(Trial trial, Issue other) {
        return !other.equals(trial.issue())
                && trial.probability() >= SURE
                && trial.probability() >= LIKELIER * trial.own();
    }

    private Complaint elsewhere(Trial trial, Issue other) {
        return new Complaint(
                written.at(trial.issue(), language, trial.utterance().place()),
                "issue \"" + trial.issue().name() + "\" has \""
                        + trial.utterance().text() + "\", which sounds like " + other.name(),
                "move it there, or say more of what makes it another problem");
    }

    private Complaint tooClose(Pair pair, int times, boolean apart) {
        return new Complaint(
                written.at(pair.one()),
                "issue \"" + pair.one().name() + "\" is hard to tell from "
                        + pair.other().name() + " in "
                        + language.tag() + ": " + times + " of their "
                        + (said(pair.one()) + said(pair.other())) + " utterances are taken for the other"
                        + (apart ? "" : ", and no facet tells them apart"),
                apart
                        ? "give both more utterances, or make one of them"
                        : "give them different choices of a facet, or make one of them");
    }

    private record Pair(Issue one, Issue other) {}

    /** How often utterances of one are taken for the other, either way; the pair in the order of the tree. */
    private Map<Pair, Integer> mixedUp() {
        List<Issue> order = List.copyOf(written.tree().issues().values());
        Map<Pair, Integer> mixed = new LinkedHashMap<>();
        for (Trial trial : trials) {
            trial.likeliest().filter(other -> !other.equals(trial.issue())).ifPresent(other -> {
                boolean before = order.indexOf(trial.issue()) < order.indexOf(other);
                Pair pair = before ? new Pair(trial.issue(), other) : new Pair(other, trial.issue());
                mixed.merge(pair, 1, Integer::sum);
            });
        }
        return mixed;
    }

    /** Whether the answer to some facet's question rules one of them out. */
    private static boolean toldApart(Issue one, Issue other) {
        return one.facets().entrySet().stream()
                .anyMatch(facet -> Collections.disjoint(
                        facet.getValue(), other.facets().getOrDefault(facet.getKey(), facet.getValue())));
    }

    private int said(Issue issue) {
        return issue.utterances().in(language, List.of()).size();
    }
}
