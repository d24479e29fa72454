package org.hotline.conversation.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustScoreTest {
    private static final TrustScore.Verdict GOOD = new TrustScore(40, List.of(), 30, 5).of(Map.of());
    private static final TrustScore.Verdict BAD = new TrustScore(0, List.of(), 30, 5).of(Map.of());

    @Test
    void anIssueAllowsNoMoreThanItsTrust() {
        assertThat(GOOD.tier()).isEqualTo("instant");
        TrustScore.Verdict capped = GOOD.atMost("after-receipt", "wrong-item");
        assertThat(capped.tier()).isEqualTo("after-receipt");
        assertThat(capped.because()).endsWith("= 40, instant; wrong-item allows after-receipt");
    }

    @Test
    void anIssueGivesNoMoreThanTheScore() {
        assertThat(GOOD.atMost("instant", "return-item")).isEqualTo(GOOD);
        assertThat(BAD.atMost("after-receipt", "wrong-item")).isEqualTo(BAD);
    }
}
