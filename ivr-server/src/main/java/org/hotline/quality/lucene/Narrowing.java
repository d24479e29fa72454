package org.hotline.quality.lucene;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.hotline.call.CallId;
import org.hotline.quality.TranscriptSearch.Within;

/** A query that finds the same within narrower bounds; what is found counts as much as before. */
final class Narrowing {
    private Narrowing() {}

    static Query of(Query query, Within within) {
        if (within.equals(Within.EVERYTHING)) {
            return query;
        }
        BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        within.side().ifPresent(side -> narrowed.add(new TermQuery(new Term(Fields.SIDE, side)), Occur.FILTER));
        within.calls().ifPresent(calls -> narrowed.add(in(calls), Occur.FILTER));
        if (within.from().isPresent() || within.to().isPresent()) {
            narrowed.add(
                    NumericDocValuesField.newSlowRangeQuery(
                            Fields.AT,
                            within.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                            within.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE) - 1),
                    Occur.FILTER);
        }
        return narrowed.build();
    }

    private static Query in(Set<CallId> calls) {
        List<BytesRef> ids =
                calls.stream().map(call -> new BytesRef(call.text())).toList();
        return new TermInSetQuery(Fields.CALL, ids);
    }
}
