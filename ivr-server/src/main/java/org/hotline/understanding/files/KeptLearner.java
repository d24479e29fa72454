package org.hotline.understanding.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.TextClassifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns once what takes long, and reads it from a file from then on. A file is named by all that it was learnt from, the program
 * included: other examples or another learner's code ask for another file. What cannot be read is learnt again; what cannot be written
 * is learnt each time. Any thread.
 */
public final class KeptLearner implements Learner {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLearner.class);

    /** What is learnt faster is not worth a file. */
    static final Duration LONG = Duration.ofMillis(200);

    /** Some versions of some hotlines; those read longest ago go. */
    private static final int MOST = 60;

    private final Path folder;
    private final Learner learner;
    private final String name;

    /**
     * @param folder made when something is kept
     * @param name tells this learner from others of the same program
     */
    public KeptLearner(Path folder, Learner learner, String name) {
        this.folder = folder;
        this.learner = learner;
        this.name = name;
    }

    @Override
    public TextClassifier learn(Language language, List<Example> examples) {
        Path file = folder.resolve(Fingerprint.of(name, language, examples) + ".learnt");
        return read(file).orElseGet(() -> learn(language, examples, file));
    }

    private TextClassifier learn(Language language, List<Example> examples, Path file) {
        long start = System.nanoTime();
        TextClassifier learnt = learner.learn(language, examples);
        if (System.nanoTime() - start > LONG.toNanos()) {
            keep(learnt, file);
        }
        return learnt;
    }

    private static Optional<TextClassifier> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            TextClassifier learnt = LearntFile.read(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(learnt);
        } catch (IOException damaged) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .setCause(damaged)
                    .log("What was learnt cannot be read: learning again");
            return Optional.empty();
        }
    }

    private void keep(TextClassifier learnt, Path file) {
        try {
            Files.createDirectories(folder);
            LearntFile.write(learnt, file);
            for (Path old : longUnread()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException refused) {
            LOG.atWarn().addKeyValue("file", file).setCause(refused).log("What was learnt cannot be kept");
        }
    }

    private List<Path> longUnread() throws IOException {
        record Kept(Path file, FileTime read) {}
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".learnt"))
                    .map(file -> new Kept(file, lastRead(file)))
                    .sorted(Comparator.comparing(Kept::read).reversed())
                    .skip(MOST)
                    .map(Kept::file)
                    .toList();
        }
    }

    /** Another process may have deleted it meanwhile. */
    private static FileTime lastRead(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
