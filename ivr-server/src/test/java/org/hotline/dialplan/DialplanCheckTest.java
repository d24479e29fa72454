package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.FakeVoice;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DialplanCheckTest {
    /** Plans with one mistake or two each, and what must be said about them. */
    static List<Path> wrongPlans() throws IOException, URISyntaxException {
        Path wrong = Path.of(Objects.requireNonNull(DialplanCheckTest.class.getResource("wrong"))
                .toURI());
        try (Stream<Path> folders = Files.list(wrong)) {
            return folders.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongWhereAndWhatToDo() throws IOException, URISyntaxException {
        return wrongPlans().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        String.valueOf(folder.getFileName()),
                        () -> assertThat(sentences(folder, DialplanCheck.of(folder, Surroundings.UNKNOWN)))
                                .isNotEmpty()
                                .isEqualTo(Files.readAllLines(folder.resolve("expected.txt")))));
    }

    /** Without the path of this checkout. */
    private static List<String> sentences(Path folder, List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> complaint.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void theSamplePlansAreRight() {
        for (Path folder : Plans.all()) {
            assertThat(DialplanCheck.of(folder, Surroundings.UNKNOWN)).isEmpty();
        }
        assertThat(DialplanCheck.together(
                        Plans.all().stream().map(Plans::written).toList()))
                .isEmpty();
    }

    @Test
    void aPlanMustFitItsSurroundings() {
        Surroundings surroundings = new Surroundings(
                Optional.of(Set.of("english", "german")),
                Optional.of(
                        (language, pieces, rate) -> pieces.toString().matches(".*(wallet|USD|busy here|desk lamp).*")
                                ? Optional.empty()
                                : new FakeVoice(Duration.ofMillis(20)).speak(language, pieces, rate)),
                Map.of(Language.ENGLISH, List.of("It is busy here.")),
                Optional.of(new FakeRecognizer("").withoutWord("yeah")));
        List<String> complaints = new ArrayList<>();
        Plans.all().forEach(folder -> complaints.addAll(sentences(folder, DialplanCheck.of(folder, surroundings))));

        assertThat(complaints)
                .anyMatch(said -> said.contains("leads to the queue \"mandarin\", which there is not"))
                .anyMatch(said -> said.contains("nothing here can speak \"Your wallet did not hold enough money"))
                .anyMatch(said -> said.contains("nothing here can speak \"It is busy here.\""))
                .anyMatch(said -> said.contains("nothing here can speak an amount in USD"))
                .anyMatch(said -> said.contains("nothing here can speak \"desk lamp\""))
                .anyMatch(said -> said.contains("intent \"another-question\"") && said.contains("cannot hear: yeah"));
    }

    @Test
    void oneNumberLeadsToOnePlan() {
        Written plan = Plans.written(Plans.folder().resolve("shop-en"));
        assertThat(DialplanCheck.together(List.of(plan, plan)))
                .singleElement()
                .satisfies(complaint ->
                        assertThat(complaint.sentence()).isEqualTo("the number 4000 leads to shop-en already"));
    }

    @Test
    void aMissingFolderIsAComplaint() {
        assertThat(DialplanCheck.of(Path.of("nowhere"), Surroundings.UNKNOWN))
                .singleElement()
                .hasToString("nowhere/dialplan.yaml:1: this file cannot be read (is the plan's folder spelt right?)");
    }

    /** Prints what the check says now, to be looked at and copied into expected.txt. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        for (Path folder : wrongPlans()) {
            System.out.println("=== " + folder.getFileName());
            sentences(folder, DialplanCheck.of(folder, Surroundings.UNKNOWN)).forEach(System.out::println);
        }
        for (Path folder : Plans.all()) {
            System.out.println(DialplanCheck.of(folder, Surroundings.UNKNOWN));
        }
    }
}
