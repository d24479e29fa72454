package org.hotline.supervision.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline.training.Report;

/** How well a version understands, as the contract wants it. */
record ReportView(
        List<Figures> figures,
        List<Row> issues,
        List<String> remarks,
        Regression regression,
        int rehearsals,
        List<String> obstacles) {

    static ReportView of(Report report) {
        return new ReportView(
                report.figures().entrySet().stream()
                        .map(entry -> new Figures(
                                entry.getKey().tag(),
                                entry.getValue().utterances(),
                                entry.getValue().understood(),
                                entry.getValue().before()))
                        .toList(),
                report.leaves().stream()
                        .sorted(Comparator.comparingDouble(ReportView::gain).thenComparingDouble(Report.Leaf::recall))
                        .map(Row::of)
                        .toList(),
                report.remarks(),
                new Regression(report.regression().items(), report.regression().right()),
                report.rehearsals().performed(),
                report.obstacles());
    }

    /** Below 0 for what got worse. */
    private static double gain(Report.Leaf leaf) {
        return Math.min(0, leaf.recall() - leaf.before().orElse(leaf.recall()));
    }

    record Figures(String language, int utterances, double understood, Optional<Double> before) {}

    record Regression(int items, int right) {}

    record Row(
            String issue,
            String language,
            int utterances,
            Optional<Double> precision,
            double recall,
            Optional<Double> before,
            List<Report.Confusion> confusions) {
        static Row of(Report.Leaf leaf) {
            return new Row(
                    leaf.issue(),
                    leaf.language().tag(),
                    leaf.utterances(),
                    leaf.precision(),
                    leaf.recall(),
                    leaf.before(),
                    leaf.confusions());
        }
    }
}
