package org.hotline.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The table of {@code bench sip}.
 *
 * @param leg what the media of a call costs alone, microseconds
 */
record SipTable(SipFigures bare, SipFigures front, double leg, SipFigures.Plan plan) {

    void print(PrintStream out) {
        out.printf("%-42s %12s %12s%n", "", "bare stack", "hotline");
        line(out, "failed calls", "%12d", bare.load().failed(), front.load().failed());
        line(
                out,
                "retransmissions",
                "%12d",
                bare.load().retransmissions(),
                front.load().retransmissions());
        for (int percent : List.of(50, 95, 99)) {
            line(
                    out,
                    "INVITE to 200, p" + percent + " ms",
                    "%12.1f",
                    bare.load().percentile(percent),
                    front.load().percentile(percent));
        }
        line(out, "events in the journal per call", "%12.1f", bare.events(), front.events());
        line(out, "CPU of the server per call, us", "%12.0f", bare.cpu(), front.cpu());
        threads(out);
        line(out, "CPU while nobody calls, ms a second", "%12.1f", bare.idle(), front.idle());
        line(out, "heap after GC, before the load, MB", "%12.1f", mega(bare.heapBefore()), mega(front.heapBefore()));
        out.printf(
                "%-42s %12s %12.1f%n",
                "heap after GC, " + plan.rest().toSeconds() + " s after it, MB", "-", mega(front.heapAfter()));
        out.println("CPU per call by 10 s, us: bare " + slices(bare) + "; hotline " + slices(front));
        double over = front.cpu() - bare.cpu();
        out.printf("over the stack's own cost: %.0f us a call%n", over);
        out.printf("  of which the media of a call alone (two sockets, opened and closed): %.0f us%n", leg);
        out.printf("  and signalling with the journal: %.0f us%n", over - leg);
        out.println("after the bare stack: " + bare.machine());
        out.println("after hotline:        " + front.machine());
    }

    private void threads(PrintStream out) {
        TreeSet<String> groups = new TreeSet<>(bare.threads().keySet());
        groups.addAll(front.threads().keySet());
        for (String group : groups) {
            line(
                    out,
                    "  " + group,
                    "%12.0f",
                    bare.threads().getOrDefault(group, 0.0),
                    front.threads().getOrDefault(group, 0.0));
        }
    }

    private static String slices(SipFigures figures) {
        return figures.slices().stream()
                .map(slice -> String.format(Locale.ROOT, "%.0f", slice))
                .collect(Collectors.joining(" "));
    }

    private static void line(PrintStream out, String name, String format, Object bare, Object front) {
        out.printf("%-42s " + format + " " + format + "%n", name, bare, front);
    }

    private static double mega(long bytes) {
        return bytes / 1_048_576.0;
    }
}
