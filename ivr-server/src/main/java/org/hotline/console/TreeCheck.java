package org.hotline.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hotline.dialplan.IssueSeparation;
import org.hotline.dialplan.IssuesReader;
import org.hotline.dialplan.WrittenIssues;
import org.hotline.understanding.Learner;

/** Says whether the issues of a tree can be told apart by what callers say, and how far it is with finding out. */
record TreeCheck(Learner learner, PrintWriter out) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Nothing of this is a mistake: it is worth a look. A tree that cannot be read says nothing. */
    void remark(String hotline, Path folder) {
        if (IssuesReader.read(folder) instanceof IssuesReader.Reading.Read read) {
            remark(hotline, read.written());
        }
    }

    private void remark(String hotline, WrittenIssues written) {
        Instant start = Instant.now();
        IssueSeparation.Found found = IssueSeparation.of(written, learner, (language, parts, of) -> {
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                out.println(
                        hotline + ": tried " + parts + " of " + of + " parts of the utterances in " + language.tag());
                out.flush();
            }
        });
        found.remarks().forEach(out::println);
        out.println(hotline + ": of utterances that it has not learnt from it understands "
                + found.trials().keySet().stream()
                        .map(language -> String.format(
                                Locale.ROOT, "%.0f %% in %s", 100 * found.understood(language), language.tag()))
                        .collect(Collectors.joining(", "))
                + "; worth a look: " + found.remarks().size());
    }
}
