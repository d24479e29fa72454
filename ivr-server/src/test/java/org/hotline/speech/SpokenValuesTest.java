package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | seven | 七",
                "105 | one zero five | 幺零五",
                "123456 | one two three, four five six | 幺二三，四五六",
                "12345678 | one two three four, five six seven eight | 幺二三四，五六七八",
                "13800138000 | one three eight, zero zero one three, eight zero zero zero | 幺三八，零零幺三，八零零零",
            })
    void digitsInGroups(String digits, String english, String mandarin) {
        says(new Piece.Digits(digits), english, mandarin);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero, 零",
        "2, two, 两",
        "12, twelve, 十二",
        "20, twenty, 二十",
        "105, one hundred five, 一百零五",
        "110, one hundred ten, 一百一十",
        "200, two hundred, 两百",
        "222, two hundred twenty two, 两百二十二",
        "1010, one thousand ten, 一千零一十",
        "2002, two thousand two, 两千零二",
        "22000, twenty two thousand, 两万两千",
        "200000, two hundred thousand, 二十万",
    })
    void counts(long value, String english, String mandarin) {
        says(new Piece.Count(value), english, mandarin);
    }

    @ParameterizedTest
    @CsvSource({
        "1250, USD, twelve dollars and fifty cents, 十二美元五角",
        "101, USD, one dollar and one cent, 一美元零一分",
        "50, USD, fifty cents, 五角",
        "0, USD, zero dollars, 零美元",
        "-500, USD, minus five dollars, 负五美元",
        "1250, CNY, twelve yuan and fifty fen, 十二元五角",
        "1205, CNY, twelve yuan and five fen, 十二元零五分",
        "222, CNY, two yuan and twenty two fen, 两元两角两分",
        "20000, CNY, two hundred yuan, 两百元",
        "32500, CNY, three hundred twenty five yuan, 三百二十五元",
    })
    void amounts(long minor, String currency, String english, String mandarin) {
        says(new Piece.Amount(minor, currency), english, mandarin);
    }

    @Test
    void dates() {
        says(new Piece.Date(LocalDate.of(2026, 3, 3)), "Tuesday, March third", "三月三号星期二");
        says(new Piece.Date(LocalDate.of(2026, 2, 22)), "Sunday, February twenty second", "二月二十二号星期天");
    }

    @Test
    void piecesAreOneSentence() {
        List<Piece> pieces = List.of(new Piece.Text("Your order"), new Piece.Digits("105"), new Piece.Text("is late."));

        assertThat(SpokenValues.text(Language.ENGLISH, pieces)).isEqualTo("Your order one zero five is late.");
        assertThat(SpokenValues.text(
                        Language.MANDARIN, List.of(new Piece.Text("前面有"), new Piece.Count(2), new Piece.Text("位"))))
                .isEqualTo("前面有两位");
    }

    private static void says(Piece value, String english, String mandarin) {
        assertThat(SpokenValues.text(Language.ENGLISH, value)).isEqualTo(english);
        assertThat(SpokenValues.text(Language.MANDARIN, value)).isEqualTo(mandarin);
    }
}
