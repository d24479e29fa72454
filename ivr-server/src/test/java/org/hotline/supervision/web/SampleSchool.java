package org.hotline.supervision.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.history.CallEvent;
import org.hotline.history.TalkStories;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.Language;
import org.hotline.training.Hotline;
import org.hotline.training.Learning;
import org.hotline.training.MemoryLabels;
import org.hotline.training.OnAir;
import org.hotline.training.Training;
import org.hotline.training.files.TrainingFolder;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;

/** A small hotline in two languages whose calls were not all located, and the real room to train it in. */
final class SampleSchool implements AutoCloseable {
    /** What is learnt from the same examples is the same: once is enough for all tests. */
    private static final Learner LEARNER = new Learner() {
        private final Learner real = new EnsembleLearner(Pace.QUICK);
        private final Map<List<Object>, TextClassifier> known = new ConcurrentHashMap<>();

        @Override
        public TextClassifier learn(Language language, List<Example> examples) {
            return known.computeIfAbsent(
                    List.of(language, List.copyOf(examples)), any -> real.learn(language, examples));
        }
    };

    private final Path folder;
    private final Clock clock;

    /** Hears whatever sounds as the refund that somebody waits for. */
    final FakeRecognizer recognizer = new FakeRecognizer("when will i get the refund");

    final Training training;

    SampleSchool(ZoneId zone) {
        clock = Clock.system(zone);
        try {
            folder = Files.createTempDirectory("school");
            copy(Path.of(Objects.requireNonNull(SampleSchool.class.getResource("plans"))
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Hotline hotline = Hotline.of(
                "corner",
                folder,
                Stream.of("corner-en", "corner-zh")
                        .map(name -> written(folder.resolve(name)))
                        .toList(),
                Surroundings.withQueues(Optional.of(Set.of("desk"))));
        TrainingFolder shelf = new TrainingFolder(folder.resolve("kept"));
        training = new Training(
                hotline,
                shelf,
                new MemoryLabels(),
                new SampleStories(clock.instant()),
                new Learning(hotline, LEARNER, LEARNER, () -> Lookups.NONE, clock),
                new OnAir(hotline, shelf, LEARNER, LocalDate.now(clock)),
                clock);
    }

    /** Somebody edits the plans' own tree. */
    void writesByHand(String words, String others) {
        try {
            Path tree = folder.resolve("corner").resolve("issues.yaml");
            Files.writeString(tree, Files.readString(tree).replace(words, others));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, folder.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Written written(Path plan) {
        return switch (DialplanReader.read(plan)) {
            case DialplanReader.Reading.Read read -> read.written();
            case DialplanReader.Reading.Refused refused -> throw new AssertionError(refused.complaints());
        };
    }

    @Override
    public void close() {
        training.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ten calls: three located and confirmed, a day apart, seven put through today. */
    private record SampleStories(Instant now) implements TalkStories {
        private static final int A_DAY = 24 * 60;
        private static final List<String> LOST = List.of(
                "my thing is all wet",
                "the box is soaked",
                "it rained on my parcel",
                "my package got wet",
                "two times the money is gone",
                "bonjour monsieur");

        @Override
        public void located(Set<String> dialplans, Instant from, Consumer<Story> reader) {
            for (int i = 0; i < 3; i++) {
                reader.accept(
                        story("found" + i, "corner-en", i * A_DAY, "where is my parcel", Optional.of("parcel-late")));
            }
            for (int i = 0; i < LOST.size(); i++) {
                reader.accept(story("lost" + i, "corner-en", i + 3, LOST.get(i), Optional.empty()));
            }
            reader.accept(story("lost9", "corner-zh", 9, "东西全湿了", Optional.empty()));
        }

        private Story story(String id, String plan, int minutes, String heard, Optional<String> issue) {
            Instant at = now.minus(Duration.ofMinutes(minutes + 5L));
            List<CallEvent> events = new ArrayList<>();
            String prompt = plan.endsWith("zh") ? "请问有什么可以帮您？" : "What can I do for you?";
            events.add(decided(at, 0, "guide"));
            events.add(new CallEvent.TurnTaken(
                    at.plusSeconds(6),
                    Duration.ZERO,
                    1,
                    "what",
                    prompt,
                    heard,
                    "",
                    "",
                    0.8,
                    Optional.empty(),
                    Optional.empty()));
            events.add(decided(
                    at.plusSeconds(6), 1, issue.map(name -> "tell " + name).orElse("people")));
            issue.ifPresent(name -> events.add(new CallEvent.IssueLocated(at.plusSeconds(7), name, true, Map.of())));
            return new Story(new CallId(id), plan, events);
        }

        private static CallEvent decided(Instant at, int turn, String act) {
            return new CallEvent.Decided(
                    at,
                    turn,
                    "what",
                    List.of(new CallEvent.Decided.Option(act, 1)),
                    List.of(),
                    0.1,
                    1,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
