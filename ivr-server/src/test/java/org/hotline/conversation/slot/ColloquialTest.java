package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.time.LocalDate;
import org.hotline.speech.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people really say values, and what only looks like one. */
class ColloquialTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({"三个八, 888", "等一下 一二三四, 1234", "一千二百三十四, 1234", "我的订单号是一二三四, 1234"})
    void mandarinDigits(String said, String digits) {
        assertThat(SpokenDigits.read(MANDARIN, said)).hasValue(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "a dollar fifty, 150",
        "three and a half dollars, 350",
        "two fifty dollars, 25000",
        "two fifty, 250",
        "twelve oh five, 1205",
        "half a dollar, 50",
        "one two five, 12500"
    })
    void englishAmounts(String said, long minor) {
        assertThat(SpokenAmount.read(ENGLISH, said)).hasValue(minor);
    }

    @ParameterizedTest
    @CsvSource({"十二块半, 1250", "两块二毛五, 225", "3万5, 3500000", "十三万一千元, 13100000", "三点五万, 3500000"})
    void mandarinAmounts(String said, long minor) {
        assertThat(SpokenAmount.read(MANDARIN, said)).hasValue(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"十几块", "两三百", "一百多块", "三天", "负五块"})
    void whatIsNotExactIsNoAmount(String said) {
        assertThat(SpokenAmount.read(MANDARIN, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "the twenty fifth, 2026-11-25",
        "three days ago, 2026-11-18",
        "in two weeks, 2026-12-05",
        "friday, 2026-11-20",
        "march third twenty twenty six, 2026-03-03"
    })
    void englishDates(String said, LocalDate date) {
        assertThat(SpokenDate.read(ENGLISH, said, SATURDAY)).hasValue(date);
    }

    @ParameterizedTest
    @CsvSource({
        "大后天, 2026-11-24",
        "三天后, 2026-11-24",
        "下个月五号, 2026-12-05",
        "国庆节, 2026-10-01",
        "明年三月五号, 2027-03-05",
        "二零二六年三月五号, 2026-03-05"
    })
    void mandarinDates(String said, LocalDate date) {
        assertThat(SpokenDate.read(MANDARIN, said, SATURDAY)).hasValue(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"today or tomorrow", "february thirtieth", "march fortieth", "maybe"})
    void whatIsNotOneDayIsNoDate(String said) {
        assertThat(SpokenDate.read(ENGLISH, said, SATURDAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i don't know", "not sure", "yes no", "what do you mean"})
    void doubtIsNeitherYesNorNo(String said) {
        assertThat(YesNo.read(ENGLISH, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不知道", "是不是", "对不起", "不 清楚", "对不对"})
    void mandarinDoubtIsNeitherYesNorNo(String said) {
        assertThat(YesNo.read(MANDARIN, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, no problem", "ENGLISH, why not", "MANDARIN, 没 问题", "MANDARIN, 不错"})
    void someNegativesAgree(Language language, String said) {
        assertThat(YesNo.read(language, said)).hasValue(true);
    }
}
