package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.quality.TranscriptSearch;

/** Finding calls by what was said. */
final class SearchApi {
    private static final int HITS = 20;
    private static final int MOST = 100;
    private static final int LONGEST_QUERY = 200;

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
        TranscriptSearch.Hits hits = ports.search().search(query, Requests.number(request, "limit", HITS, MOST));
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        request.json(new Result(
                query, hits.total(), took, hits.hits().stream().map(this::view).toList()));
    }

    private Hit view(TranscriptSearch.Hit hit) {
        TranscriptSearch.Utterance said = hit.utterance();
        List<Talk.Line> lines = Talk.of(ports.calls().events(said.call()));
        int at = place(lines, said);
        return new Hit(
                said.call().text(),
                said.number(),
                said.at(),
                at < 0 ? said.offset().toMillis() : lines.get(at).offsetMs(),
                said.side(),
                pieces(hit.snippet()),
                line(lines, at < 0 ? at : at - 1),
                line(lines, at < 0 ? at : at + 1),
                ports.calls().find(said.call()).map(CallView::of));
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
            if (line.side().equals(said.side()) && line.text().equals(said.text()) && apart < nearest) {
                best = i;
                nearest = apart;
            }
        }
        return best;
    }

    /** The snippet cut at its marks (U+0001 begins a hit, U+0002 ends it), so that the page needs no HTML. */
    static List<Piece> pieces(String snippet) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean hit = false;
        for (int i = 0; i < snippet.length(); i++) {
            char c = snippet.charAt(i);
            if (c == '\u0001' || c == '\u0002') {
                addPiece(pieces, piece, hit);
                hit = c == '\u0001';
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

    record Result(String query, long total, long tookMs, List<Hit> hits) {}

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
