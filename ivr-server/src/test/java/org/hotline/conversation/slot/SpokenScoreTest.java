package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class SpokenScoreTest {
    @Test
    void readsOneNumberOnTheScale() {
        assertThat(SpokenScore.read(Language.ENGLISH, "i would say a four", 1, 5))
                .contains(4);
        assertThat(SpokenScore.read(Language.ENGLISH, "nine out of ten", 0, 10)).contains(9);
        assertThat(SpokenScore.read(Language.ENGLISH, "ten", 0, 10)).contains(10);
        assertThat(SpokenScore.read(Language.ENGLISH, "zero", 0, 10)).contains(0);
        assertThat(SpokenScore.read(Language.MANDARIN, "我给 五 分", 1, 5)).contains(5);
        assertThat(SpokenScore.read(Language.MANDARIN, "十分", 0, 10)).contains(10);
        assertThat(SpokenScore.read(Language.MANDARIN, "两分", 1, 5)).contains(2);
        assertThat(SpokenScore.read(Language.MANDARIN, "8分", 0, 10)).contains(8);
    }

    @Test
    void doesNotGuess() {
        assertThat(SpokenScore.read(Language.ENGLISH, "three or four", 1, 5)).isEmpty();
        assertThat(SpokenScore.read(Language.ENGLISH, "very good", 1, 5)).isEmpty();
        assertThat(SpokenScore.read(Language.ENGLISH, "nine", 1, 5)).isEmpty();
        assertThat(SpokenScore.read(Language.MANDARIN, "还可以", 1, 5)).isEmpty();
        assertThat(SpokenScore.read(Language.MANDARIN, "100", 0, 10)).isEmpty();
    }
}
