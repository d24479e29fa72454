package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.quality.TranscriptSearch;
import org.hotline.quality.TranscriptSearch.Within;

/** Finding calls by what was said. */
final class SearchApi {
    private static final int HITS = 20;
    private static final int MOST = 100;
    private static final char BEGINS = '\u0001';
    private static final char ENDS = '\u0002';
    private static final long RUN_UP = 600;
    private static final int LONGEST_QUERY = 200;
    private static final int PAGE = 500;
    private static final int MOST_CALLS = 5_000;
    private static final Duration LONGEST_CALL = Duration.ofDays(1);
    private static final Set<String> SIDES = Set.of("caller", "bot", "agent");

    private final WebPorts ports;

    SearchApi(WebPorts ports) {
        this.ports = ports;
    }

    List<Route> routes() {
        return List.of(Route.read("/api/search", Route.LISTENERS, this::search));
    }

    private void search(Context request) {
        String query = Requests.text(request, "q")
                .filter(text -> text.length() <= LONGEST_QUERY)
                .orElseThrow(() -> Requests.bad("q must have 1 to " + LONGEST_QUERY + " characters"));
        long began = System.nanoTime();
        Optional<Chosen> chosen = chosen(request);
        Within within = new Within(
                side(request),
                Requests.instant(request, "from"),
                Requests.instant(request, "to"),
                chosen.map(Chosen::calls));
        TranscriptSearch.Hits hits =
                ports.search().search(query, within, Requests.number(request, "limit", HITS, MOST));
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        request.json(new Result(
                query,
                hits.total(),
                took,
                ports.search().isComplete(),
                chosen.map(Chosen::capped).orElse(false) ? Optional.of(MOST_CALLS) : Optional.empty(),
                hits.hits().stream().map(this::view).toList()));
    }

    private static Optional<String> side(Context request) {
        Optional<String> side = Requests.text(request, "side");
        if (!SIDES.containsAll(side.stream().toList())) {
            throw Requests.bad("side must be one of caller, bot, agent");
        }
        return side;
    }

    /** The calls that agent, queue or issue leave, newest first; nothing if none of them is asked for. */
    private Optional<Chosen> chosen(Context request) {
        Optional<String> agent = Requests.text(request, "agent");
        Optional<String> queue = Requests.text(request, "queue");
        Optional<String> issue = Requests.text(request, "issue");
        if (agent.isEmpty() && queue.isEmpty() && issue.isEmpty()) {
            return Optional.empty();
        }
        // A call says things long after it arrived.
        Optional<Instant> from = Requests.instant(request, "from").map(said -> said.minus(LONGEST_CALL));
        Optional<Instant> to = Requests.instant(request, "to");
        Set<CallId> calls = new HashSet<>();
        Optional<CallId> before = Optional.empty();
        List<Cdr> page;
        do {
            page = ports.calls()
                    .list(new CallStore.Filter(from, to, Optional.empty(), agent, queue, issue, before, PAGE));
            for (Cdr cdr : page) {
                calls.add(cdr.id());
                before = Optional.of(cdr.id());
            }
        } while (page.size() == PAGE && calls.size() < MOST_CALLS);
        return Optional.of(new Chosen(calls, page.size() == PAGE));
    }

    private Hit view(TranscriptSearch.Hit hit) {
        TranscriptSearch.Utterance said = hit.utterance();
        List<Talk.Line> lines = Talk.of(ports.calls().events(said.call()));
        int at = place(lines, said);
        return new Hit(
                said.call().text(),
                said.number(),
                said.at(),
                offset(lines, at, said, hit.snippet()),
                said.side(),
                pieces(hit.snippet()),
                line(lines, at < 0 ? at : at - 1),
                line(lines, at < 0 ? at : at + 1),
                ports.calls().find(said.call()).map(CallView::of));
    }

    /** Where to play: a little before the hit's word, reckoned from the beginning of its line by the usual speed of speech. */
    private static long offset(List<Talk.Line> lines, int at, TranscriptSearch.Utterance said, String snippet) {
        long begins = at < 0 ? said.offset().toMillis() : lines.get(at).offsetMs();
        long next = at >= 0 && at + 1 < lines.size() ? lines.get(at + 1).offsetMs() : Long.MAX_VALUE;
        int mark = snippet.indexOf(BEGINS);
        String hit = snippet.replace(BEGINS + "", "").replace(ENDS + "", "").substring(0, Math.max(0, mark));
        int word = Math.max(0, said.text().indexOf(hit)) + hit.length();
        long spoken = Talk.speaking(
                said.text().substring(0, Math.min(word, said.text().length())));
        return Math.clamp(begins + spoken - RUN_UP, begins, Math.max(begins, next - RUN_UP));
    }

    private static Optional<Talk.Line> line(List<Talk.Line> lines, int index) {
        return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /** Where the utterance stands in its talk, or -1. */
    private static int place(List<Talk.Line> lines, TranscriptSearch.Utterance said) {
        int best = -1;
        long nearest = Long.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            Talk.Line line = lines.get(i);
            long apart = Math.abs(line.offsetMs() - said.offset().toMillis());
            if (line.side().equals(said.side()) && bare(line.text()).equals(bare(said.text())) && apart < nearest) {
                best = i;
                nearest = apart;
            }
        }
        return best;
    }

    /** Recognizers put blanks between Chinese words; the index does not keep them. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The snippet cut at its marks (U+0001 begins a hit, U+0002 ends it), so that the page needs no HTML. */
    static List<Piece> pieces(String snippet) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean hit = false;
        for (int i = 0; i < snippet.length(); i++) {
            char c = snippet.charAt(i);
            if (c == BEGINS || c == ENDS) {
                addPiece(pieces, piece, hit);
                hit = c == BEGINS;
            } else {
                piece.append(c);
            }
        }
        addPiece(pieces, piece, hit);
        return pieces;
    }

    private static void addPiece(List<Piece> pieces, StringBuilder piece, boolean hit) {
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.toString(), hit));
            piece.setLength(0);
        }
    }

    private record Chosen(Set<CallId> calls, boolean capped) {}

    record Result(
            String query, long total, long tookMs, boolean complete, Optional<Integer> cappedAt, List<Hit> hits) {}

    record Piece(String text, boolean hit) {}

    record Hit(
            String callId,
            int number,
            Instant at,
            long offsetMs,
            String side,
            List<Piece> snippet,
            Optional<Talk.Line> before,
            Optional<Talk.Line> after,
            Optional<CallView> call) {}
}
