package org.hotline.dialplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;

/** The sample plans of this checkout. */
public final class Plans {
    private static final Map<Dialplan, Comprehension> LEARNT = new ConcurrentHashMap<>();

    private Plans() {}

    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("dialplans"))) {
            here = Objects.requireNonNull(here.getParent(), "no dialplans folder above the tests");
        }
        return here.resolve("dialplans");
    }

    /** The plans' folders. */
    public static List<Path> all() {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.filter(folder -> Files.exists(folder.resolve("dialplan.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a plan's callers are understood with; learnt once for all tests. */
    public static Comprehension comprehension(Dialplan plan) {
        return LEARNT.computeIfAbsent(
                plan, any -> Comprehension.of(any, new EnsembleLearner(Pace.QUICK), LocalDate.of(2026, 11, 21)));
    }

    public static Dialplan of(String name) {
        return of(folder().resolve(name));
    }

    public static Dialplan of(Path folder) {
        return written(folder).plan();
    }

    static Written written(Path folder) {
        return switch (DialplanReader.read(folder)) {
            case DialplanReader.Reading.Read read -> read.written();
            case DialplanReader.Reading.Refused refused -> throw new AssertionError(refused.complaints());
        };
    }
}
