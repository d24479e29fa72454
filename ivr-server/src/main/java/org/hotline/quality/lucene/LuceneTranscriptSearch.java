package org.hotline.quality.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.hotline.call.CallId;
import org.hotline.history.CallStore;
import org.hotline.quality.TranscriptSearch;

/** Transcript search in an index of its own, which is rebuilt from the call store if it is missing or damaged. */
public final class LuceneTranscriptSearch implements TranscriptSearch {
    private static final int MOST = 200;
    private static final Sort BEST_THEN_NEWEST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.AT, SortField.Type.LONG, true));

    private final Analyzer analyzer = Fields.analyzer();
    private final QueryText queries = new QueryText(analyzer);
    private final Marker marker = new Marker(analyzer);
    private final IndexThread thread;

    /**
     * Opens the index; what it lacks is added in the background.
     *
     * @param folder for the index alone: what is in it is deleted if it cannot be read as an index
     * @param store where everything that was said is to be had again
     * @throws UncheckedIOException if the folder cannot be written or another server uses it; the message names it
     */
    public LuceneTranscriptSearch(Path folder, CallStore store) {
        this.thread = new IndexThread(() -> IndexFolder.open(folder, analyzer), analyzer, store);
        thread.start();
    }

    @Override
    public void add(Utterance utterance) {
        thread.put(utterance);
    }

    @Override
    public void remove(CallId call) {
        thread.remove(call);
    }

    @Override
    public Hits search(String query, Within within, int limit) {
        Optional<Query> wanted = queries.read(query);
        if (wanted.isEmpty()) {
            return new Hits(0, List.of());
        }
        Query narrowed = Narrowing.of(wanted.get(), within);
        return with(searcher -> search(searcher, wanted.get(), narrowed, Math.clamp(limit, 1, MOST)));
    }

    private Hits search(IndexSearcher searcher, Query query, Query narrowed, int limit) throws IOException {
        TopFieldDocs found = searcher.search(narrowed, limit, BEST_THEN_NEWEST, true);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc document : found.scoreDocs) {
            Utterance utterance =
                    TranscriptIndex.utterance(searcher.storedFields().document(document.doc));
            hits.add(new Hit(utterance, marker.mark(query, utterance.text()), document.score));
        }
        return new Hits(searcher.count(narrowed), hits);
    }

    /** Utterances that can be found now. */
    public int indexed() {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Reading<T> reading) {
        SearcherManager searchers = thread.index().searchers();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search the transcripts: " + e.getMessage(), e);
        } catch (AlreadyClosedException shut) {
            throw new UncheckedIOException("cannot search the transcripts: their index is shut", new IOException(shut));
        }
    }

    @Override
    public boolean isComplete() {
        return thread.index().isComplete();
    }

    @Override
    public void close() {
        thread.close();
    }
}
