package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hotline.dialplan.IssuesReader;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.training.TakenOver.Conflict;
import org.hotline.training.TakenOver.Kind;
import org.hotline.training.files.TrainingFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that trainers and somebody with an editor changed at the same time. */
class TakenOverTest {
    private static final String TREE = """
            hotline: toys
            facets:
              arrived:
                ask: { en: "Has it arrived?" }
                choices:
                  here: { called: { en: "it is here" }, en: ["it is here"] }
                  away: { called: { en: "it is not here" }, en: ["it is not here"] }
            clues:
              order-late: { speaks-for: { late: 5, lost: 2 }, opening: { en: "Is it about a late toy?" } }
            issues:
              toys:
                called: { en: "a toy" }
                issues:
                  late:
                    called: { en: "a late toy" }
                    en: ["where is my toy", "my toy is late"]
                    facets: { arrived: away }
                    say: { en: "It comes tomorrow." }
                  lost:
                    called: { en: "a lost toy" }
                    en: ["my toy is lost", "they lost my toy"]
                    facets: { arrived: away }
                    say: { en: "We send another." }
                  broken:
                    called: { en: "a broken toy" }
                    en: ["my toy is broken", "the toy fell apart"]
                    facets: { arrived: here }
                    say: { en: "Send it back." }
            """;

    @TempDir
    private Path folder;

    private Syllabus draft = Syllabus.of(new IssueTree("toys", Map.of(), Map.of(), Map.of(), Map.of()));

    @BeforeEach
    void begin() {
        draft = Syllabus.of(tree(TREE));
    }

    @Test
    void whatOneSideChangedIsChanged() {
        draft = Editing.apply(draft, new Edit.AddUtterance("late", Language.ENGLISH, "still no toy"));
        draft = Editing.apply(draft, new Edit.RemoveUtterance("lost", Language.ENGLISH, "they lost my toy"));
        TakenOver taken = TakenOver.of(
                draft,
                tree(TREE.replace("\"my toy is late\"", "\"my toy does not come\"")
                        .replace("It comes tomorrow.", "It comes on Friday.")
                        .replace("Has it arrived?", "Is it there?")));
        assertThat(taken.conflicts()).isEmpty();
        assertThat(said(taken, "late")).containsExactly("where is my toy", "still no toy", "my toy does not come");
        assertThat(said(taken, "lost")).containsExactly("my toy is lost");
        assertThat(issue(taken, "late").outcome().toString()).contains("Friday");
        assertThat(taken.syllabus().tree().facets().toString()).contains("Is it there?");
        assertThat(ByHand.changes(taken.syllabus(), tree(TREE)))
                .as("its base is the file now")
                .isPositive();
        assertThat(Comparison.changes(draft, taken.syllabus())).isEqualTo(4);
    }

    @Test
    void whatBothChangedIsAsWrittenWithTheUtterancesOfBoth() {
        draft = Editing.apply(draft, new Edit.ChangeIssue(issue(draft, "late").placed(List.of())));
        draft = Editing.apply(draft, new Edit.AddUtterance("late", Language.ENGLISH, "still no toy"));
        String moved = TREE.replace("  toys:", "  bears:").replace("\"my toy is late\"", "\"my bear is late\"");
        TakenOver taken = TakenOver.of(draft, tree(moved));
        assertThat(taken.conflicts()).containsExactly(new Conflict(Kind.AS_WRITTEN, "late"));
        assertThat(issue(taken, "late").path()).containsExactly("bears");
        assertThat(said(taken, "late")).containsExactly("where is my toy", "still no toy", "my bear is late");
        assertThat(taken.syllabus().tree().groups()).containsOnlyKeys("bears");
    }

    @Test
    void nothingThatTrainersDidGoesSilently() {
        draft = Editing.apply(draft, new Edit.AddUtterance("broken", Language.ENGLISH, "it is in pieces"));
        draft = Editing.apply(draft, new Edit.Merge(List.of("lost"), "late"));
        String without =
                TREE.substring(0, TREE.indexOf("      broken:")).replace("they lost my toy", "you lost my toy");
        TakenOver taken = TakenOver.of(draft, tree(without));
        assertThat(taken.conflicts())
                .containsExactlyInAnyOrder(new Conflict(Kind.STAYS, "broken"), new Conflict(Kind.STAYS_GONE, "lost"));
        assertThat(said(taken, "broken")).contains("it is in pieces");
        assertThat(said(taken, "late")).contains("they lost my toy");
        assertThat(taken.syllabus().tree().issues()).containsOnlyKeys("late", "broken");
    }

    @Test
    void whatIsTakenOverCanBeKeptAndRead() {
        draft = Editing.apply(draft, new Edit.AddUtterance("broken", Language.ENGLISH, "it is in pieces"));
        String fewer = TREE.replace("      here: { called: { en: \"it is here\" }, en: [\"it is here\"] }\n", "");
        String written = fewer.substring(0, fewer.indexOf("      broken:"));
        TakenOver taken = TakenOver.of(draft, tree(written));
        Shelf shelf = new TrainingFolder(folder.resolve("kept"));
        shelf.keepDraft(taken.syllabus());
        assertThat(new TrainingFolder(folder.resolve("kept")).draft()).contains(taken.syllabus());
        assertThat(issue(taken, "broken").facets()).as("nobody can choose it").isEmpty();
        assertThat(ByHand.of(tree(written), taken.syllabus(), draft)).satisfies(changes -> {
            assertThat(changes.notInDraft()).isZero();
            assertThat(changes.notInForce()).isPositive();
        });
    }

    @Test
    void ofADraftWhoseBaseNobodyNotedNothingGoes() {
        Syllabus old = new Syllabus(draft.tree(), draft.strangers(), draft.learnt(), Optional.empty());
        assertThat(ByHand.changes(old, tree(TREE.replace("a late toy", "a toy that is late"))))
                .isZero();
        TakenOver taken = TakenOver.of(old, tree(TREE.replace("my toy is lost", "the toy is lost")));
        assertThat(said(taken, "lost")).containsExactly("my toy is lost", "they lost my toy", "the toy is lost");
    }

    private IssueTree tree(String text) {
        try {
            Files.writeString(folder.resolve(IssuesReader.FILE), text);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Read read -> read.written().tree();
            case IssuesReader.Reading.Refused refused ->
                throw new AssertionError(refused.complaints().toString());
        };
    }

    private static Issue issue(TakenOver taken, String name) {
        return issue(taken.syllabus(), name);
    }

    private static Issue issue(Syllabus syllabus, String name) {
        return Objects.requireNonNull(syllabus.tree().issues().get(name));
    }

    private static List<String> said(TakenOver taken, String issue) {
        return issue(taken, issue).said(Language.ENGLISH);
    }
}
