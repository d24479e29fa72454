package org.hotline.understanding.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelsTest {
    private static final int PENDING = 0;
    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int WEATHER = 3;

    private static final double[] IN_TWO_MINDS = {0.5, 0.4, 0.1};

    /** Two labels that all but one word of each text has in common, and one that is like neither. */
    private static Duels learnt(int count) {
        List<Vector> texts = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            texts.add(text(PENDING, IN));
            truths.add(0);
            texts.add(text(PENDING, OUT));
            truths.add(1);
            texts.add(text(WEATHER));
            truths.add(2);
        }
        int[] labels = truths.stream().mapToInt(Integer::intValue).toArray();
        return new Duels(new Lesson(texts.toArray(Vector[]::new), labels, 3, 4), 3, count);
    }

    private static Vector text(int... words) {
        float[] values = new float[words.length];
        Arrays.fill(values, (float) (1 / Math.sqrt(words.length)));
        return new Vector(words, values, 1);
    }

    @Test
    void whatTellsTheTwoLikeliestApartDecides() {
        double[] settled = learnt(1).settled(text(PENDING, OUT), IN_TWO_MINDS);
        assertThat(settled[1]).isGreaterThan(settled[0]);
        assertThat(settled[0] + settled[1]).isCloseTo(0.9, within(1e-9));
        assertThat(settled[2]).isEqualTo(0.1);
        double[] other = learnt(1).settled(text(PENDING, IN), IN_TWO_MINDS);
        assertThat(other[0]).isGreaterThan(IN_TWO_MINDS[0]);
    }

    @Test
    void aPanelThatIsSureIsNotAskedAgain() {
        double[] sure = {0.9, 0.05, 0.05};
        assertThat(learnt(1).settled(text(PENDING, OUT), sure)).isEqualTo(sure);
    }

    @Test
    void onlyLabelsMostAlikeFightItOut() {
        double[] unlike = {0.1, 0.4, 0.5};
        assertThat(learnt(1).settled(text(PENDING, OUT), unlike)).isEqualTo(unlike);
        assertThat(learnt(3).settled(text(PENDING, OUT), unlike)[1]).isGreaterThan(0.5);
        assertThat(learnt(0).settled(text(PENDING, OUT), IN_TWO_MINDS)).isEqualTo(IN_TWO_MINDS);
    }
}
