package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.triage.Anger;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Callers who say more than they were asked, in typed calls about parcels, in both languages. */
class TalkTest {
    private static final List<String> PLANS = List.of("parcels-en", "parcels-zh");

    /** One caller has an order. */
    static Lookups callers(Language language) {
        String item = language == Language.ENGLISH ? "coffee machine" : "咖啡机";
        return (query, arguments) -> new Piece.Text("4711").equals(arguments.get("calling"))
                ? new Lookups.Result.Found(
                        "found",
                        Map.of(
                                "clues",
                                new Piece.Text("order-open"),
                                "open-order",
                                new Piece.Digits("40067812"),
                                "item",
                                new Piece.Text(item)))
                : new Lookups.Result.Unknown();
    }

    /** A plan of the tests. */
    static Path folder(String plan) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TalkTest.class.getResource("plans/" + plan))
                .toURI());
    }

    @Test
    void areRight() throws URISyntaxException {
        for (String plan : PLANS) {
            assertThat(DialplanCheck.of(folder(plan), Surroundings.UNKNOWN)).isEmpty();
        }
    }

    @Test
    void clockSaysWhatHoldsForEverybody(@TempDir Path folder) throws Exception {
        IssueTree tree = Plans.written(folder("parcels-en")).plan().issues().orElseThrow();
        assertThat(tree.holding(LocalDateTime.of(2020, 1, 2, 8, 0))).containsExactly("strike");
        assertThat(tree.holding(LocalDateTime.of(2020, 1, 2, 7, 59))).isEmpty();
        assertThat(tree.holding(LocalDateTime.of(2020, 1, 4, 12, 0))).isEmpty();
        Files.writeString(folder.resolve(IssuesReader.FILE), IssuesWriter.text(tree));
        assertThat(IssuesReader.read(folder))
                .isInstanceOfSatisfying(
                        IssuesReader.Reading.Read.class,
                        read -> assertThat(read.written().tree().clues()).isEqualTo(tree.clues()));
    }

    /** What callers of the sample shop say of everything but complaints and people is said calmly. */
    @Test
    void wishesAreNotTakenForAnger() {
        IssueTree tree = Plans.of("shop-en").issues().orElseThrow();
        List<String> angry = new ArrayList<>();
        for (Language language : Language.values()) {
            tree.issues().values().stream()
                    .filter(issue -> !(issue.outcome() instanceof Outcome.Agents))
                    .filter(issue -> !issue.name().startsWith("complaint"))
                    .flatMap(issue -> issue.utterances().in(language, List.of()).stream())
                    .filter(utterance -> Anger.in(language, utterance) != Anger.NONE)
                    .forEach(angry::add);
        }
        assertThat(angry).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> goAsWritten() throws URISyntaxException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String plan : PLANS) {
            Written written = Plans.written(folder(plan));
            Rehearsal rehearsal = new Rehearsal(
                    written.plan(),
                    Plans.comprehension(written.plan()),
                    callers(written.plan().language()));
            for (Path file : Script.of(folder(plan))) {
                tests.add(DynamicTest.dynamicTest(
                        plan + " " + file.getFileName(),
                        () -> assertThat(rehearsal.run(file)).isEmpty()));
            }
        }
        return tests.build();
    }
}
