package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.issue.Clue;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class IssueCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    /** Trees with mistakes of one kind each, and what must be said about them. */
    static List<Path> wrongTrees() throws IOException, URISyntaxException {
        Path wrong = Path.of(Objects.requireNonNull(IssueCheckTest.class.getResource("wrong-issues"))
                .toURI());
        try (Stream<Path> folders = Files.list(wrong)) {
            return folders.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongWhereAndWhatToDo(@TempDir Path plans) throws IOException, URISyntaxException {
        return wrongTrees().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        String.valueOf(folder.getFileName()),
                        () -> assertThat(sentences(folder, plans))
                                .isNotEmpty()
                                .isEqualTo(Files.readAllLines(folder.resolve("expected.txt")))));
    }

    @Test
    void readsWhatIsWritten() {
        IssueTree shop = shop().tree();

        assertThat(shop.hotline()).isEqualTo("shop");
        assertThat(shop.issues()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(shop.groups()).containsKeys("delivery", "parcels");
        assertThat(shop.below("delivery")).containsKeys("parcel-late", "pick-up-code");
        assertThat(shop.issues().get("cancel-order")).satisfies(issue -> {
            assertThat(issue.path()).containsExactly("orders");
            assertThat(issue.trust()).isEqualTo(Trust.INSTANT);
            assertThat(issue.outcome()).isEqualTo(new Outcome.Flow("order-number"));
            assertThat(issue.fits("sent", "not-yet")).isTrue();
            assertThat(issue.fits("sent", "sent")).isFalse();
            assertThat(issue.fits("stranger", "myself")).isTrue();
        });
        assertThat(shop.issues().get("account-hacked"))
                .extracting(Issue::priority)
                .isEqualTo(9);
        assertThat(shop.clues().get("order-late"))
                .extracting(Clue::speaksFor)
                .isEqualTo(Map.of(
                        "parcel-late",
                        800.0,
                        "parcel-lost",
                        40.0,
                        "cancel-order-sent",
                        10.0,
                        "complaint-no-answer",
                        10.0));
        assertThat(Objects.requireNonNull(shop.facets().get("arrived")).choices())
                .containsOnlyKeys("waiting", "arrived");
    }

    @Test
    void theSampleTreeFitsItsPlans() {
        List<Written> plans = Plans.all().stream().map(Plans::written).toList();
        assertThat(plans)
                .allMatch(plan -> plan.plan().issues().map(IssueTree::hotline).equals(Optional.of("shop")));
        assertThat(IssueCheck.of(shop(), plans, Surroundings.UNKNOWN, TODAY)).isEmpty();
    }

    /** Calls to the sample shop are heard by the bundled models, which know some thousand words. */
    @Test
    void theBundledModelsHearAllThatIsInTheSampleTree() throws IOException {
        FakeRecognizer bundled = new FakeRecognizer("");
        for (Language language : Language.values()) {
            Path model = Plans.folder().resolveSibling("models/hotline-mini-" + language.tag());
            bundled.withWords(language, Set.copyOf(Files.readAllLines(model.resolve("vocabulary.txt"))));
        }
        Surroundings here = new Surroundings(Optional.empty(), Optional.empty(), Map.of(), Optional.of(bundled));
        assertThat(IssueCheck.of(shop(), List.of(), here, TODAY)).isEmpty();
    }

    @Test
    void whatTheModelCannotHearIsSaid() {
        Surroundings deaf = new Surroundings(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(new FakeRecognizer("").withoutWord("parcel")));
        assertThat(IssueCheck.of(shop(), List.of(), deaf, TODAY))
                .isNotEmpty()
                .allMatch(complaint -> complaint.sentence().contains("cannot hear: parcel"));
    }

    private static WrittenIssues shop() {
        return switch (IssuesReader.read(Plans.folder().resolve("shop"))) {
            case IssuesReader.Reading.Read read -> read.written();
            case IssuesReader.Reading.Refused refused -> throw new AssertionError(refused.complaints());
        };
    }

    /** What is said about a tree that an English and a Chinese plan speak about, without the path of this checkout. */
    private static List<String> sentences(Path folder, Path plans) throws IOException {
        List<Written> speaking = new ArrayList<>();
        for (Language language : Language.values()) {
            speaking.add(plan(plans, String.valueOf(folder.getFileName()), language));
        }
        Surroundings surroundings = Surroundings.withQueues(Optional.of(Set.of("english", "mandarin")));
        return IssueCheck.of(folder, speaking, surroundings, TODAY).stream()
                .map(Complaint::toString)
                .map(sentence -> sentence.replace(folder + "/", ""))
                .toList();
    }

    private static Written plan(Path plans, String hotline, Language language) throws IOException {
        String name = hotline + "-" + language.tag();
        Path folder = Files.createDirectories(plans.resolve(name));
        Files.writeString(folder.resolve("dialplan.yaml"), """
                dialplan: %s
                numbers: ["1"]
                language: %s
                start: look-up
                steps:
                  look-up: { say: "One moment.", then: hang-up }
                """.formatted(name, language.tag()));
        return of(hotline, Plans.written(folder));
    }

    /** The plan as one of a hotline, whose tree need not be readable. */
    private static Written of(String hotline, Written written) {
        Dialplan plan = written.plan();
        IssueTree tree = new IssueTree(hotline, Map.of(), Map.of(), Map.of(), Map.of());
        Dialplan ofHotline = new Dialplan(
                plan.name(),
                plan.numbers(),
                plan.language(),
                plan.recorded(),
                plan.start(),
                plan.operator(),
                Optional.of(tree),
                plan.intents(),
                plan.steps(),
                plan.queries());
        return new Written(ofHotline, written.folder(), written.document());
    }

    /** Prints what the check says now, to be looked at and copied into expected.txt. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        Path plans = Files.createTempDirectory("plans");
        for (Path folder : wrongTrees()) {
            System.out.println("=== " + folder.getFileName());
            sentences(folder, plans).forEach(System.out::println);
        }
    }
}
