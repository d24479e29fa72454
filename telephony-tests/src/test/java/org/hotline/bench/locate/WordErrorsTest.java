package org.hotline.bench.locate;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class WordErrorsTest {
    @Test
    void aChangedALostAndAnAddedWordAreErrors() {
        WordErrors errors = new WordErrors(Language.ENGLISH);
        errors.count("Where is my parcel?", "wear is my parcel");
        errors.count("my parcel is late", "my is late");
        errors.count("yes please", "yes please now");
        assertThat(errors).hasToString("30.0 % of 10");
    }

    @Test
    void inMandarinCharactersAreCounted() {
        WordErrors errors = new WordErrors(Language.MANDARIN);
        errors.count("我的包裹在哪里", "我的 包裹 在 那里");
        assertThat(errors).hasToString("14.3 % of 7");
    }

    @Test
    void nothingHeardIsAllMisheard() {
        WordErrors errors = new WordErrors(Language.ENGLISH);
        errors.count("my refund", "");
        assertThat(errors).hasToString("100.0 % of 2");
    }
}
