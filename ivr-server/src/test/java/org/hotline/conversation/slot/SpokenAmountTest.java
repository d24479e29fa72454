package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenAmountTest {
    @ParameterizedTest
    @CsvSource({
        "a hundred and ten dollars, 11000",
        "twelve fifty, 1250",
        "it was twelve dollars and fifty cents, 1250",
        "twelve dollars fifty, 1250",
        "fifty cents, 50",
        "fifteen hundred, 150000",
        "two thousand and five, 200500",
        "three hundred twenty five dollars, 32500",
        "nine point five, 950",
        "one million two hundred thousand, 120000000",
        "25 dollars, 2500"
    })
    void english(String said, long minor) {
        assertThat(SpokenAmount.read(ENGLISH, said)).hasValue(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "一百二, 12000",
        "三千五, 350000",
        "一百零二, 10200",
        "十二, 1200",
        "十二块五, 1250",
        "三 十 五 块 五 毛, 3550",
        "三百二十五元, 32500",
        "一万二千零五十, 1205000",
        "3万5, 3500000",
        "两百块钱, 20000",
        "十二点五, 1250",
        "五毛, 50",
        "十块零五分, 1005",
        "六块八毛五, 685",
        "一亿三千万, 13000000000"
    })
    void mandarin(String said, long minor) {
        assertThat(SpokenAmount.read(MANDARIN, said)).hasValue(minor);
    }

    @Test
    void wordsAreNoMoney() {
        assertThat(SpokenAmount.read(ENGLISH, "too much")).isEmpty();
        assertThat(SpokenAmount.read(MANDARIN, "太 贵")).isEmpty();
    }

    @Property(tries = 300)
    void whatWeSayWeUnderstand(@ForAll @LongRange(min = 1, max = 99_999_999) long minor) {
        assertThat(SpokenAmount.read(ENGLISH, SpokenValues.text(ENGLISH, List.of(new Piece.Amount(minor, "USD")))))
                .hasValue(minor);
        assertThat(SpokenAmount.read(MANDARIN, SpokenValues.text(MANDARIN, List.of(new Piece.Amount(minor, "CNY")))))
                .hasValue(minor);
    }
}
