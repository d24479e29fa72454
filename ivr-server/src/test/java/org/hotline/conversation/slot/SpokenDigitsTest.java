package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "one two three, 123",
        "my order number is one oh five, 105",
        "double five triple nine, 55999",
        "twenty three forty five, 2345",
        "four hundred twelve, 40012",
        "nineteen eighty four, 1984",
        "o zero oh, 000",
        "it's 12 34, 1234",
        "007, 007"
    })
    void english(String said, String digits) {
        assertThat(SpokenDigits.read(ENGLISH, said)).hasValue(digits);
    }

    @ParameterizedTest
    @CsvSource({"一 二 三, 123", "幺 三 八, 138", "订单 号 是 零 两 七, 027", "二 十 三, 23", "一 二 三 四 五 六 七 八, 12345678", "〇 一, 01"})
    void mandarin(String said, String digits) {
        assertThat(SpokenDigits.read(MANDARIN, said)).hasValue(digits);
    }

    @Test
    void wordsAreNoDigits() {
        assertThat(SpokenDigits.read(ENGLISH, "i do not have it here")).isEmpty();
        assertThat(SpokenDigits.read(MANDARIN, "我 没有")).isEmpty();
        assertThat(SpokenDigits.read(ENGLISH, "")).isEmpty();
    }

    @Property(tries = 300)
    void whatWeSayWeUnderstand(@ForAll @NumericChars @StringLength(min = 1, max = 16) String digits) {
        for (Language language : Language.values()) {
            String spoken = SpokenValues.text(language, List.of(new Piece.Digits(digits)));
            assertThat(SpokenDigits.read(language, spoken)).hasValue(digits);
        }
    }
}
