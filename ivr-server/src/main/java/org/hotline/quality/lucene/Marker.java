package org.hotline.quality.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks what a query found in a text: U+0001 before, U+0002 after. Any thread. */
final class Marker {
    private static final int MOST_PASSAGES = 20;
    private static final int CONTEXT = 150;

    private final UnifiedHighlighter highlighter;

    private record Span(int start, int end) {}

    Marker(Analyzer analyzer) {
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new Spans())
                .build();
    }

    /** The text, or the piece of it around the first hit if it is long, with marks. */
    String mark(Query query, String text) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (String field : Fields.searched()) {
            if (highlighter.highlightWithoutSearcher(field, query, text, MOST_PASSAGES) instanceof List<?> found) {
                found.forEach(span -> spans.add((Span) span));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return marked(text, joined(spans));
    }

    private static List<Span> joined(List<Span> sorted) {
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static String marked(String text, List<Span> spans) {
        int from = spans.isEmpty() ? 0 : Math.max(0, spans.getFirst().start() - CONTEXT);
        int to = spans.isEmpty() ? 2 * CONTEXT : spans.getFirst().end() + CONTEXT;
        StringBuilder marked = new StringBuilder();
        for (int i = from; i < Math.min(to, text.length()); i++) {
            for (Span span : spans) {
                if (span.start() == i) {
                    marked.append('\u0001');
                }
            }
            marked.append(text.charAt(i));
            for (Span span : spans) {
                if (span.end() == i + 1) {
                    marked.append('\u0002');
                }
            }
        }
        return marked.toString();
    }

    /** Hands out the places of the hits instead of a marked text. */
    private static final class Spans extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Span> spans = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    spans.add(new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return spans;
        }
    }
}
