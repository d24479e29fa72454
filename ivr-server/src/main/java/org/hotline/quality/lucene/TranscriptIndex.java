package org.hotline.quality.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.hotline.call.CallId;
import org.hotline.quality.TranscriptSearch.Utterance;

/** The files of the index: documents in, a searcher out. Any thread. */
final class TranscriptIndex implements AutoCloseable {
    private static final String COMPLETE_UNTIL = "complete-until";
    private static final FieldType SAID = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        SAID.setOmitNorms(false);
        SAID.freeze();
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Optional<Instant> found;
    private volatile boolean complete;

    /** @throws IOException if there is none that can be read (and {@code mode} demands one), or it is in use */
    TranscriptIndex(Path folder, Analyzer analyzer, OpenMode mode) throws IOException {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory, new IndexWriterConfig(analyzer).setOpenMode(mode).setMergeScheduler(merges));
        boolean opened = false;
        try {
            searchers = new SearcherManager(writer, null);
            found = completeUntil();
            commitUntil(found.map(until -> until.equals(Instant.MAX) ? Instant.now() : until));
            opened = true;
        } finally {
            if (!opened) {
                IOUtils.closeWhileHandlingException(writer, directory);
            }
        }
    }

    private Optional<Instant> completeUntil() {
        Optional<Instant> until = Optional.empty();
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                until = entry.getKey().equals(COMPLETE_UNTIL) ? Optional.of(Instant.parse(entry.getValue())) : until;
            }
        }
        return until;
    }

    /**
     * Until when everything said was in this index as it was opened: {@link Instant#MAX} if it was closed well; nothing if
     * it is new or was never completed.
     */
    Optional<Instant> wasCompleteUntil() {
        return found;
    }

    /** From now on everything said is in it. */
    void markComplete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    SearcherManager searchers() {
        return searchers;
    }

    void put(Utterance utterance) throws IOException {
        String key = utterance.call() + "#" + utterance.number();
        String text = Fields.clean(utterance.text());
        Document document = new Document();
        document.add(new StringField(Fields.KEY, key, Field.Store.NO));
        document.add(new StringField(Fields.CALL, utterance.call().text(), Field.Store.YES));
        document.add(new StringField(Fields.SIDE, utterance.side(), Field.Store.YES));
        document.add(new StoredField(Fields.NUMBER, utterance.number()));
        document.add(new StoredField(Fields.OFFSET, utterance.offset().toMillis()));
        document.add(new StoredField(Fields.AT, utterance.at().toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.AT, utterance.at().toEpochMilli()));
        document.add(new StoredField(Fields.TEXT, text));
        for (String field : Fields.searched()) {
            document.add(new Field(field, text, SAID));
        }
        writer.updateDocument(new Term(Fields.KEY, key), document);
    }

    static Utterance utterance(Document document) {
        return new Utterance(
                new CallId(document.get(Fields.CALL)),
                document.getField(Fields.NUMBER).numericValue().intValue(),
                Instant.ofEpochMilli(document.getField(Fields.AT).numericValue().longValue()),
                Duration.ofMillis(
                        document.getField(Fields.OFFSET).numericValue().longValue()),
                document.get(Fields.SIDE),
                document.get(Fields.TEXT));
    }

    void remove(CallId call) throws IOException {
        writer.deleteDocuments(new Term(Fields.CALL, call.text()));
    }

    /** Makes what was put visible to searches. */
    void refresh() throws IOException {
        searchers.maybeRefresh();
    }

    /** Makes what was put durable. */
    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            commitUntil(complete ? Optional.of(Instant.now()) : found);
        }
    }

    private void commitUntil(Optional<Instant> until) throws IOException {
        writer.setLiveCommitData(until.map(instant -> Map.of(COMPLETE_UNTIL, instant.toString()))
                .orElse(Map.of())
                .entrySet());
        writer.commit();
    }

    /** Lets go of an index that a fault has shut: what was not durable is not kept. */
    void abandon() {
        IOUtils.closeWhileHandlingException(searchers, writer, directory);
    }

    @Override
    public void close() throws IOException {
        commitUntil(complete ? Optional.of(Instant.MAX) : found);
        searchers.close();
        writer.close();
        directory.close();
    }
}
