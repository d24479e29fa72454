package org.hotline.supervision.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.history.Cdr;
import org.hotline.quality.TranscriptSearch;

/** Looks through every line of every sample call. */
final class SampleSearch implements TranscriptSearch {
    private final SampleCalls calls;

    SampleSearch(SampleCalls calls) {
        this.calls = calls;
    }

    @Override
    public void add(Utterance utterance) {}

    @Override
    public void remove(CallId call) {}

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Hits search(String query, Within within, int limit) {
        String wanted = query.toLowerCase(Locale.ROOT).replace("\"", "");
        List<Hit> hits = new ArrayList<>();
        for (Cdr cdr : calls.newest()) {
            for (Talk.Line line : Talk.of(calls.events(cdr.id()))) {
                int at = line.text().toLowerCase(Locale.ROOT).indexOf(wanted);
                Instant said = cdr.arrivedAt().plusMillis(line.offsetMs());
                if (at >= 0
                        && within.side().orElse(line.side()).equals(line.side())
                        && !said.isBefore(within.from().orElse(said))
                        && said.isBefore(within.to().orElse(Instant.MAX))
                        && within.calls().orElse(Set.of(cdr.id())).contains(cdr.id())) {
                    hits.add(hit(cdr, line, at, wanted.length()));
                }
            }
        }
        return new Hits(hits.size(), hits.stream().limit(limit).toList());
    }

    private static Hit hit(Cdr cdr, Talk.Line line, int at, int length) {
        String text = line.text();
        String snippet = text.substring(0, at)
                + '\u0001'
                + text.substring(at, at + length)
                + '\u0002'
                + text.substring(at + length);
        return new Hit(
                new Utterance(
                        cdr.id(),
                        line.number(),
                        cdr.arrivedAt().plusMillis(line.offsetMs()),
                        java.time.Duration.ofMillis(line.offsetMs()),
                        line.side(),
                        text),
                snippet,
                1);
    }

    @Override
    public void close() {}
}
