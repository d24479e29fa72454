package org.hotline.quality.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index in a folder, or begins a new one there. */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    /** Bytes that must go in before an index is taken for damaged. */
    private static final int ROOM = 64 * 1024;

    /** Lucene advises at each start to switch on an incubator module for vectors; nothing here searches by vectors. */
    private static final java.util.logging.Logger ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private IndexFolder() {}

    static TranscriptIndex open(Path folder, Analyzer analyzer) {
        try {
            Files.createDirectories(folder);
            return openOrRestart(folder, analyzer);
        } catch (LockObtainFailedException e) {
            throw new UncheckedIOException("the transcript index " + folder + " is in use by another server", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the transcript index " + folder + ": " + e.getMessage(), e);
        }
    }

    private static TranscriptIndex openOrRestart(Path folder, Analyzer analyzer) throws IOException {
        try {
            return new TranscriptIndex(folder, analyzer, OpenMode.CREATE_OR_APPEND);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            requireRoom(folder);
            LOG.atWarn().addKeyValue("reason", e.toString()).log("the transcript index is damaged: building it anew");
            clear(folder);
            return new TranscriptIndex(folder, analyzer, OpenMode.CREATE);
        }
    }

    /** A full disk is no damage: nothing may be deleted then. */
    private static void requireRoom(Path folder) throws IOException {
        Path trial = Files.createTempFile(folder, "room", "");
        try {
            Files.write(trial, new byte[ROOM]);
        } finally {
            Files.delete(trial);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
        }
    }
}
