package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.training.files.TrainingFolder;
import org.hotline.understanding.Learner;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small shop's trainers, with real learning and files. */
class TrainingTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);
    private static final Learner LEARNER = new EnsembleLearner(Pace.QUICK);
    private static final Training.Request BY_LIN = new Training.Request("lin", "new words", Optional.empty());
    private static final String PLANTED = "the gizmo went kaput";

    @TempDir
    private Path folder;

    private OnAir onAir;

    @BeforeEach
    void open() throws IOException, URISyntaxException {
        Path from = Path.of(Objects.requireNonNull(TrainingTest.class.getResource("/org/hotline/supervision/web/plans"))
                .toURI());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        onAir = onAir();
    }

    @Test
    void whatIsPublishedIsUnderstoodAndTakenBack() {
        Training training = training();
        assertThat(taken(PLANTED)).isNotEqualTo("refund");
        assertThat(training.draft()
                        .teach(List.of(
                                new Labelled(PLANTED, new Label.About("refund"), Language.ENGLISH),
                                new Labelled("kaput gizmo in the box", new Label.About("refund"), Language.ENGLISH))))
                .isEqualTo(2);
        Version version = training.learn(BY_LIN, Training.Progress.NONE);
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.report().obstacles()).isEmpty();
        assertThat(version.report().leaves()).anySatisfy(leaf -> {
            assertThat(leaf.issue()).isEqualTo("refund");
            assertThat(leaf.utterances()).isEqualTo(8);
            assertThat(leaf.before()).isPresent();
        });
        assertThat(training.publish(1, "lin")).isEmpty();
        assertThat(taken(PLANTED)).isEqualTo("refund");
        assertThat(onAir().version()).contains(1);
        assertThat(training.rollBack(Optional.empty(), "lin")).isEmpty();
        assertThat(taken(PLANTED)).isNotEqualTo("refund");
        assertThat(training.publications()).hasSize(2);
    }

    @Test
    void aVersionThatUnderstandsLessIsNotPublished() throws IOException {
        Files.writeString(
                folder.resolve("corner").resolve("regression.csv"),
                "text,issue,language\nwhere is my refund,refund,en\n我要退款,refund,zh\n");
        Training training = training();
        training.draft()
                .edit(new Edit.Split(
                        "refund",
                        moneyBack(training),
                        List.of("where is my refund", "my refund has not come", "give me a refund")));
        Version version = training.learn(BY_LIN, Training.Progress.NONE);
        assertThat(version.report().isPublishable()).isFalse();
        assertThat(training.publish(version.number(), "lin"))
                .singleElement()
                .asString()
                .contains("regression.csv:2", "where is my refund");
        assertThat(onAir.version()).isEmpty();
        Difference difference = Comparison.of(
                version.report(),
                training.hotline().base().tree(),
                version.report(),
                training.draft().syllabus().tree(),
                List.of());
        assertThat(difference.added()).containsExactly("money-back");
        assertThat(Objects.requireNonNull(difference.utterances().get("refund")).removed())
                .hasSize(3);
    }

    @Test
    void aDraftWithMistakesIsNotLearnt() {
        Training training = training();
        training.draft().edit(new Edit.RemoveIssue("refund"));
        training.draft().edit(new Edit.RemoveIssue("charged-twice"));
        assertThatThrownBy(() -> training.draft().edit(new Edit.RemoveIssue("refnd")))
                .hasMessageContaining("no issue");
        training.draft().edit(new Edit.RemoveUtterance("human", Language.ENGLISH, "operator"));
        training.draft().edit(new Edit.RemoveUtterance("human", Language.ENGLISH, "a human please"));
        training.draft().edit(new Edit.RemoveUtterance("human", Language.ENGLISH, "give me somebody"));
        assertThatThrownBy(() -> training.learn(BY_LIN, Training.Progress.NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("draft/issues.yaml:")
                .hasMessageContaining("human");
    }

    private static Issue moneyBack(Training training) {
        Issue refund = Objects.requireNonNull(
                training.draft().syllabus().tree().issues().get("refund"));
        return new Issue(
                "money-back",
                refund.path(),
                refund.called(),
                new InLanguages<>(Map.of(
                        Language.ENGLISH,
                        List.of("refund status please", "tell me about my refund"),
                        Language.MANDARIN,
                        List.of("想问返现", "返现几时有", "返现进度"))),
                refund.facets(),
                refund.outcome(),
                refund.trust(),
                refund.priority(),
                refund.inForce());
    }

    private String taken(String text) {
        return onAir.tried(Language.ENGLISH, Transcript.of(text))
                .issues()
                .getFirst()
                .issue();
    }

    private Training training() {
        return new Training(
                hotline(),
                shelf(),
                Labels.NONE,
                (plans, from, reader) -> {},
                new Learning(hotline(), LEARNER, LEARNER, () -> Lookups.NONE, CLOCK),
                onAir,
                CLOCK);
    }

    private OnAir onAir() {
        return new OnAir(hotline(), shelf(), LEARNER, LocalDate.now(CLOCK));
    }

    private Shelf shelf() {
        return new TrainingFolder(folder.resolve("kept"));
    }

    private Hotline hotline() {
        return Hotline.of(
                "corner",
                folder,
                Stream.of("corner-en", "corner-zh")
                        .map(name -> written(folder.resolve(name)))
                        .toList(),
                Surroundings.withQueues(Optional.of(Set.of("desk"))));
    }

    private static Written written(Path plan) {
        return switch (DialplanReader.read(plan)) {
            case DialplanReader.Reading.Read read -> read.written();
            case DialplanReader.Reading.Refused refused ->
                throw new AssertionError(refused.complaints().toString());
        };
    }
}
