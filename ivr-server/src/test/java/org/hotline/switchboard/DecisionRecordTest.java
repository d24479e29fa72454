package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.dialplan.Plans;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.issue.belief.Locator;
import org.hotline.issue.belief.Opinion;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {
    private static final IssueTree TREE =
            Plans.of(Plans.folder().resolve("shop-en")).located().orElseThrow();
    private static final Locator LOCATOR =
            Locator.of(TREE, LocalDate.of(2026, 11, 26), text -> IssueClassifier.Judgement.NONE);
    private static final Evidence.Heard WORDS = new Evidence.Heard(List.of(new Evidence.Reading("it is gone", 1)));
    private static final Set<String> SHOWN = Set.of("one", "two");

    @Test
    void tellsWhatTheModelSaidOrWhyItSaidNothing() {
        assertThat(told(WORDS)).isEmpty();
        assertThat(told(WORDS.with(new Opinion.Given(SHOWN, Map.of("one", 0.15, "two", 0.8), 0.05))))
                .contains("two 0.80, one 0.15, none 0.05");
        assertThat(told(WORDS.with(new Opinion.Missing(Opinion.Why.LATE)))).contains("no answer in time");
        assertThat(told(WORDS.with(new Opinion.Missing(Opinion.Why.RESTING)))).contains("not asked: it failed before");
    }

    @Test
    void tellsItOnlyWhereItIsNew() {
        Evidence later = new Evidence.Agreed(TREE.issues().keySet().iterator().next(), true, Evidence.By.VOICE);
        assertThat(told(WORDS.with(new Opinion.Given(SHOWN, Map.of("one", 1.0), 0)), later))
                .isEmpty();
    }

    private static Optional<String> told(Evidence... pieces) {
        Belief belief = LOCATOR.opening(Set.of());
        for (Evidence piece : pieces) {
            belief = belief.given(piece);
        }
        return DecisionRecord.of(Instant.EPOCH, 1, "what", LOCATOR.decide(belief, Asked.NOTHING), belief)
                .secondOpinion();
    }
}
