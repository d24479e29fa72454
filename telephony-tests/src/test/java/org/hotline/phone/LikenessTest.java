package org.hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void allWordsInOrderAreWhole() {
        assertThat(Likeness.of(Language.ENGLISH, "How can I help?", "hello how can i help you"))
                .isEqualTo(1);
    }

    @Test
    void missingWordsCount() {
        assertThat(Likeness.of(Language.ENGLISH, "How can I help?", "how help")).isCloseTo(0.5, within(1e-9));
        assertThat(Likeness.of(Language.ENGLISH, "How can I help?", "")).isZero();
    }

    @Test
    void mandarinIsComparedByCharacterWhateverTheBlanks() {
        assertThat(Likeness.of(Language.MANDARIN, "您好，没错。", "您 好 没 错")).isEqualTo(1);
    }
}
