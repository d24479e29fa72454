package org.hotline;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline.training.ByHand;
import org.hotline.training.Difference;
import org.hotline.training.Report;
import org.hotline.training.TakenOver;
import org.hotline.training.Training;
import org.hotline.training.Version;

/** Versions in words and columns. */
record TrainingTable(PrintWriter out, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double BADLY = 0.6;
    private static final int WORST = 12;

    void version(Version version, boolean all) {
        Report report = version.report();
        leaves(report.leaves(), all);
        report.remarks().forEach(out::println);
        out.println();
        out.println("Version " + version.number() + ", compared with "
                + version.comparedWith().map(number -> "version " + number).orElse("the plans' own tree"));
        report.figures()
                .forEach((language, figures) -> out.println(String.format(
                        Locale.ROOT,
                        "  %s: of %d utterances that it had not learnt from it understands %s%s",
                        language.tag(),
                        figures.utterances(),
                        percent(figures.understood()),
                        figures.before()
                                .map(before -> " (" + percent(before) + " before)")
                                .orElse(""))));
        out.println("  regression.csv: " + report.regression().right() + " of "
                + report.regression().items() + " sentences rightly taken; rehearsals: "
                + report.rehearsals().performed() + ", with "
                + report.rehearsals().failures().size() + " failures");
        report.regression().wrong().stream()
                .filter(answer -> !answer.wasRight())
                .forEach(answer -> out.println("  not yet understood: "
                        + answer.item().place() + " \""
                        + answer.item().text() + "\" is about " + answer.item().issue() + ", taken for "
                        + answer.now()));
        obstacles(report.obstacles());
    }

    private void obstacles(List<String> obstacles) {
        if (obstacles.isEmpty()) {
            out.println("It may be published.");
        } else {
            out.println("It may not be published:");
            obstacles.forEach(obstacle -> out.println("  " + obstacle));
        }
    }

    /** All, or those that changed and the worst of those that are understood badly. */
    private void leaves(List<Report.Leaf> leaves, boolean all) {
        List<Report.Leaf> sorted = leaves.stream()
                .sorted(Comparator.comparingDouble(Report.Leaf::recall))
                .toList();
        List<Report.Leaf> worst = sorted.stream()
                .filter(leaf -> leaf.recall() < BADLY)
                .limit(WORST)
                .toList();
        List<Report.Leaf> shown = sorted.stream()
                .filter(leaf -> all || leaf.isChanged() || worst.contains(leaf))
                .toList();
        if (!shown.isEmpty()) {
            leaves(shown);
        }
        if (shown.size() < leaves.size()) {
            out.println("(" + (leaves.size() - shown.size())
                    + " more are understood better than these, or as before but for chance: --all shows them)");
        }
    }

    private void leaves(List<Report.Leaf> leaves) {
        out.println(String.format(
                Locale.ROOT,
                "%-28s %2s %5s %7s %7s %9s  %s",
                "issue",
                "",
                "n",
                "recall",
                "before",
                "precision",
                "taken for"));
        leaves.forEach(leaf -> out.println(String.format(
                        Locale.ROOT,
                        "%-28s %2s %5d %7s %7s %9s  %s",
                        leaf.issue(),
                        leaf.language().tag(),
                        leaf.utterances(),
                        percent(leaf.recall()),
                        percent(leaf.before()),
                        percent(leaf.precision()),
                        leaf.confusions().stream()
                                .map(each ->
                                        (each.issue().isEmpty() ? "out of scope" : each.issue()) + " " + each.times())
                                .collect(Collectors.joining(", ")))
                .stripTrailing()));
    }

    void versions(Training training) {
        Optional<Integer> inForce = training.inForce();
        List<Version> versions = training.versions();
        if (versions.isEmpty()) {
            out.println("No version was made yet; the plans' own issues.yaml is in force. hotline train "
                    + training.hotline().name() + " makes one.");
            byHand(training);
            return;
        }
        out.println((inForce.isEmpty() ? "* " : "  ") + "the plans' own issues.yaml");
        versions.forEach(version -> out.println((inForce.equals(Optional.of(version.number())) ? "* " : "  ")
                + version.number() + "  " + MINUTE.format(version.made().atZone(zone)) + "  " + version.by() + "  "
                + version.report().figures().entrySet().stream()
                        .map(each -> each.getKey().tag() + " "
                                + percent(each.getValue().understood()))
                        .collect(Collectors.joining(", "))
                + (version.report().isPublishable() ? "" : "  (may not be published)")
                + (version.why().isEmpty() ? "" : "  " + version.why())));
        out.println("* is in force");
        byHand(training);
    }

    /** What was changed by hand in issues.yaml and is not used. */
    void byHand(Training training) {
        ByHand changes = training.draft().byHand();
        if (changes.notInDraft() > 0) {
            out.println("issues.yaml was changed by hand: " + changes(changes.notInDraft())
                    + " not in the draft, so neither learning nor publishing uses what is new there. hotline train "
                    + training.hotline().name() + " --take-over takes it over.");
        } else if (changes.notInForce() > 0) {
            out.println("issues.yaml was changed by hand: " + changes(changes.notInForce())
                    + " in the draft, and in force once the draft is learnt and published.");
        }
    }

    private static String changes(int number) {
        return number == 1 ? "1 change is" : number + " changes are";
    }

    void conflicts(List<TakenOver.Conflict> conflicts) {
        for (TakenOver.Conflict conflict : conflicts) {
            out.println(
                    switch (conflict.kind()) {
                        case AS_WRITTEN ->
                            conflict.name()
                                    + ": trainers and issues.yaml changed the same; it is as in issues.yaml, with the"
                                    + " utterances of both";
                        case STAYS -> conflict.name() + " is gone from issues.yaml, and stays: trainers changed it";
                        case STAYS_GONE ->
                            conflict.name() + " was changed in issues.yaml, and stays gone: trainers removed it";
                    });
        }
    }

    void difference(Difference difference) {
        names("new issues", difference.added());
        names("issues that are gone", difference.removed());
        names("issues in another place", difference.moved());
        names("issues with another outcome, name, facets or days", difference.changed());
        difference.utterances().forEach((issue, utterances) -> {
            utterances.added().forEach(text -> out.println("  " + issue + " + " + text));
            utterances.removed().forEach(text -> out.println("  " + issue + " - " + text));
        });
        difference
                .understood()
                .forEach((language, change) -> out.println(language.tag() + ": understands " + percent(change.after())
                        + " of utterances not learnt from, " + percent(change.before()) + " before"));
        difference
                .answers()
                .forEach(answer -> out.println(answer.item().place() + ": \""
                        + answer.item().text() + "\" is taken for " + answer.now() + ", before for "
                        + answer.before().orElse("-") + ", should be "
                        + answer.item().issue()));
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            out.println(what + ": " + String.join(", ", names));
        }
    }

    private static String percent(Optional<Double> share) {
        return share.map(TrainingTable::percent).orElse("-");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
