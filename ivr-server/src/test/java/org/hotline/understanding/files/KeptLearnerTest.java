package org.hotline.understanding.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLearnerTest {
    private static final List<String> TEXTS =
            List.of("where is my parcel", "my parcel is late", "the refund has not come", "nothing here");

    @TempDir
    private Path folder;

    @Test
    void whatIsReadSaysWhatWasLearnt() throws IOException {
        for (List<Example> examples : List.of(few(), many())) {
            TextClassifier learnt = new EnsembleLearner(Pace.QUICK).learn(Language.ENGLISH, examples);
            Path file = folder.resolve("any.learnt");
            LearntFile.write(learnt, file);
            TextClassifier read = LearntFile.read(file);
            assertThat(TEXTS).allSatisfy(text -> assertThat(read.classify(text)).isEqualTo(learnt.classify(text)));
        }
    }

    @Test
    void learnsOnceAndAgainFromOtherExamplesOrAfterDamage() throws IOException {
        List<List<Example>> lessons = new ArrayList<>();
        Learner counting = (language, examples) -> {
            lessons.add(examples);
            TextClassifier learnt = new EnsembleLearner(Pace.QUICK).learn(language, examples);
            return slowly(learnt);
        };
        Learner kept = new KeptLearner(folder, counting, "quick");
        TextClassifier first = kept.learn(Language.ENGLISH, few());
        assertThat(kept.learn(Language.ENGLISH, few()).classify(TEXTS.getFirst()))
                .isEqualTo(first.classify(TEXTS.getFirst()));
        assertThat(lessons).hasSize(1);
        kept.learn(Language.ENGLISH, few().reversed());
        assertThat(lessons).hasSize(2);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "damaged");
            }
        }
        kept.learn(Language.ENGLISH, few());
        assertThat(lessons).hasSize(3);
    }

    /** So that it is worth keeping on any machine. */
    private static TextClassifier slowly(TextClassifier learnt) {
        long end = System.nanoTime() + KeptLearner.LONG.toNanos();
        while (System.nanoTime() <= end) {
            Thread.onSpinWait();
        }
        return learnt;
    }

    private static List<Example> few() {
        List<Example> examples = new ArrayList<>(SmallTalk.in(Language.ENGLISH));
        for (String word : List.of("my", "the", "our", "this", "that")) {
            examples.add(new Example("where is " + word + " parcel", "late"));
            examples.add(new Example("when is " + word + " money back", "refund"));
        }
        return examples;
    }

    /** So many that nets learn them. */
    private static List<Example> many() {
        List<Example> examples = new ArrayList<>(few());
        for (int i = 0; i < 1_100; i++) {
            examples.add(new Example(
                    i % 2 == 0 ? "where is parcel number " + i : "when is refund " + i + " coming",
                    i % 2 == 0 ? "late" : "refund"));
        }
        return examples;
    }
}
