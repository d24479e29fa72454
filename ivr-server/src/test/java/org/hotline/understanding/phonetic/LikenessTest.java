package org.hotline.understanding.phonetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final double ALIKE = 0.75;

    @ParameterizedTest
    @CsvSource({
        "i want to return the coffee machine, coffee machine",
        "it is about my coffee mashing, coffee machine",
        "the had set does not work, headset",
        "where are my shoes, pair of running shoes",
        "my winter jackets, winter jacket"
    })
    void soundsLikeIt(String said, String name) {
        assertThat(Likeness.of(ENGLISH, said, name)).isGreaterThanOrEqualTo(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({
        "i want to talk to a person, coffee machine",
        "my parcel is late, headset",
        "where is my money, desk lamp",
        "yes, winter jacket"
    })
    void soundsLikeSomethingElse(String said, String name) {
        assertThat(Likeness.of(ENGLISH, said, name)).isLessThan(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"我的卡飞机还没到, 咖啡机, true", "耳机坏了, 耳机, true", "我要退货, 咖啡机, false", "羽容服没到, 羽绒服, true"})
    void inMandarin(String said, String name, boolean like) {
        assertThat(Likeness.of(MANDARIN, said, name) >= ALIKE).isEqualTo(like);
    }
}
