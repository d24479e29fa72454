package org.hotline.bench.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hotline.Main;
import org.hotline.dialplan.IssuesReader;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class SpokenCallerTest {
    private static final IssueTree TREE = tree();
    private static final Habits ALWAYS_SPEAK = new Habits(0, 0, 0, 0, 0, 1, 0, 0);
    private static final Habits ALWAYS_PRESS = new Habits(1, 0, 0, 0, 0, 1, 0, 0);

    @Test
    void describesTheProblemInTheirOwnWords() throws Exception {
        assertThat(caller(Language.ENGLISH, ALWAYS_SPEAK).answers("guide", true))
                .isEqualTo(new SpokenCaller.Answer.Words("it never came", true));
    }

    @Test
    void saysYesOnlyToTheirOwnProblem() throws Exception {
        SpokenCaller caller = caller(Language.ENGLISH, ALWAYS_SPEAK);
        assertThat(caller.answers("confirm parcel-late", false)).isEqualTo(words("yes"));
        assertThat(caller.answers("confirm invoice", false)).isEqualTo(words("no"));
    }

    @Test
    void objectsOnlyToBeingToldSomethingElse() throws Exception {
        SpokenCaller caller = caller(Language.MANDARIN, ALWAYS_SPEAK);
        assertThat(caller.answers("tell parcel-late", false)).isEqualTo(new SpokenCaller.Answer.Silence());
        assertThat(caller.answers("tell invoice", false)).isEqualTo(words("不是"));
    }

    @Test
    void pressesTheKeyOfWhatIsMeant() throws Exception {
        SpokenCaller caller = caller(Language.ENGLISH, ALWAYS_PRESS);
        assertThat(caller.answers("offer invoice parcel-late", false)).isEqualTo(new SpokenCaller.Answer.Keys("2"));
        assertThat(caller.answers("offer invoice refund-status", false))
                .as("none of these")
                .isEqualTo(new SpokenCaller.Answer.Keys("3"));
        assertThat(caller.answers("facet arrived", false)).isEqualTo(new SpokenCaller.Answer.Keys("1"));
    }

    @Test
    void namesWhatIsMeantOrItsPlace() throws Exception {
        assertThat(caller(Language.MANDARIN, ALWAYS_SPEAK).answers("offer invoice parcel-late", false))
                .isIn(words("包裹还没到"), words("第二个"));
    }

    private static SpokenCaller.Answer.Words words(String text) {
        return new SpokenCaller.Answer.Words(text, false);
    }

    private static SpokenCaller caller(Language language, Habits habits) throws Exception {
        Issue late = Objects.requireNonNull(TREE.issues().get("parcel-late"));
        SimulatedCaller.Caller who =
                new SimulatedCaller.Caller(late, Set.of("order-late"), List.of("it never came"), List.of(), 1);
        Path vocabulary = Main.home().resolve("models/hotline-mini-" + language.tag() + "/vocabulary.txt");
        Mishearing nothing = new Mishearing(new Confusions(language, vocabulary), 0);
        return new SpokenCaller("7000", who, true, TREE, language, new SimulatedCaller(who, nothing, habits));
    }

    private static IssueTree tree() {
        return switch (IssuesReader.read(Main.home().resolve("dialplans/shop"))) {
            case IssuesReader.Reading.Read read -> read.written().tree();
            case IssuesReader.Reading.Refused refused -> throw new AssertionError(refused.complaints());
        };
    }
}
