package org.hotline.bench.locate;

import java.util.Locale;
import java.util.Optional;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;

/** Calls counted, as defined in {@code docs/rooms/issue.md}, with 95 % intervals (Wilson, 1927, for shares). */
final class Tally {
    private static final double Z = 1.96;

    private int calls;
    private int located;
    private int confirmed;
    private int confirmedRight;
    private int wrongSelfService;
    private int people;
    private double turns;
    private double turnsSquared;
    private long cpu;

    void count(SimulatedCall.Ended ended, Issue truth, Optional<Issue> issue) {
        calls++;
        turns += ended.turns();
        turnsSquared += (double) ended.turns() * ended.turns();
        cpu += ended.cpu();
        if (issue.isPresent()) {
            Issue settled = issue.get();
            boolean isRight = settled.name().equals(truth.name());
            located++;
            confirmed += ended.confirmed() ? 1 : 0;
            confirmedRight += isRight && ended.confirmed() ? 1 : 0;
            people += settled.outcome() instanceof Outcome.Agents ? 1 : 0;
            wrongSelfService += !isRight && !(settled.outcome() instanceof Outcome.Agents) ? 1 : 0;
        } else {
            people++;
        }
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "  %-28s %6s %16s %16s %16s %16s %16s %16s %9s",
                "",
                "calls",
                "located %",
                "confirmed %",
                "and correct %",
                "caller turns",
                "wrong self %",
                "to people %",
                "cpu us");
    }

    String row(String name) {
        double mean = turns / calls;
        double deviation = Math.sqrt(Math.max(0, turnsSquared / calls - mean * mean) / calls);
        return String.format(
                Locale.ROOT,
                "  %-28s %6d %16s %16s %16s %16s %16s %16s %9s",
                name,
                calls,
                share(located, calls),
                share(confirmed, located),
                share(confirmedRight, located),
                String.format(Locale.ROOT, "%.2f (+-%.2f)", mean, Z * deviation),
                share(wrongSelfService, calls),
                share(people, calls),
                cpu == 0 ? "-" : cpu / 1000 / calls);
    }

    private static String share(int part, int whole) {
        double n = Math.max(1, whole);
        double p = part / n;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", 100 * p, 100 * (centre - half), 100 * (centre + half));
    }
}
