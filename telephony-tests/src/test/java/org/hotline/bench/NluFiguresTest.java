package org.hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hotline.understanding.Example;
import org.hotline.understanding.Ranking;
import org.junit.jupiter.api.Test;

class NluFiguresTest {
    private static final String STRANGE = Example.OUT_OF_SCOPE;

    private static NluFigures.Outcome outcome(String truth, String likeliest, double outOfScope) {
        List<Ranking.Ranked> labels = List.of(new Ranking.Ranked(likeliest, 1 - outOfScope));
        return new NluFigures.Outcome(
                new Example("text", truth), new Ranking(labels, outOfScope, outOfScope < 0.5), 1000);
    }

    @Test
    void countsAtTheThreshold() {
        NluFigures figures = new NluFigures(List.of(
                outcome("a", "a", 0.1),
                outcome("a", "a", 0.6),
                outcome("b", "a", 0.2),
                outcome("b", "b", 0.3),
                outcome(STRANGE, "a", 0.9),
                outcome(STRANGE, "b", 0.2)));
        assertThat(figures.accuracy()).isEqualTo(0.5);
        assertThat(figures.inScopeAccuracy()).isEqualTo(0.5);
        assertThat(figures.inScopeAccuracyWithoutThreshold()).isEqualTo(0.75);
        assertThat(figures.outOfScopeRecall()).isEqualTo(0.5);
        assertThat(figures.macroF1()).isCloseTo(0.5, within(1e-9));
        // 3 of 6 right, each label true twice and said twice: (3*6 - 12) / (36 - 12)
        assertThat(figures.matthews()).isCloseTo(0.25, within(1e-9));
        // of eight pairs 0.9 is above all four; 0.2 above one, level with one, below two
        assertThat(figures.auroc()).isCloseTo(5.5 / 8, within(1e-9));
        assertThat(figures.latency(0.99)).isEqualTo(1);
    }

    @Test
    void appliesNoThresholdWhereNothingIsOutOfScope() {
        NluFigures figures = new NluFigures(
                Stream.of(outcome("a", "a", 0.9), outcome("b", "b", 0.1)).toList());
        assertThat(figures.accuracy()).isEqualTo(1);
        assertThat(figures.macroF1()).isEqualTo(1);
        assertThat(figures.matthews()).isEqualTo(1);
        assertThat(figures.inScopeAccuracy()).isEqualTo(0.5);
        assertThat(figures.auroc()).isNaN();
    }
}
