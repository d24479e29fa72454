package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;

class ValuePiecesTest {
    @Test
    void aValueIsCutIntoTheLongestPieces() {
        assertThat(ValuePieces.cut(Language.ENGLISH, new Piece.Amount(12_550, "USD"))
                        .orElseThrow())
                .containsExactly("one", "hundred", "twenty five", "dollars", "and", "fifty", "cents");
        assertThat(ValuePieces.cut(Language.MANDARIN, new Piece.Date(LocalDate.of(2026, 3, 25)))
                        .orElseThrow())
                .containsExactly("三月", "二十五号", "星期三");
    }

    @Test
    void aWordWithoutAPieceIsLeftToASynthesizer() {
        assertThat(ValuePieces.cut(Language.ENGLISH, new Piece.Amount(100, "XAU")))
                .isEmpty();
        assertThat(ValuePieces.cut(Language.ENGLISH, new Piece.Text("hello"))).isEmpty();
    }

    @Property(tries = 300)
    void everyCountHasItsPieces(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long value) {
        everyLanguageCuts(new Piece.Count(value));
    }

    @Property(tries = 300)
    void everyAmountHasItsPieces(@ForAll @LongRange(min = -1_000_000, max = 999_999_999) long minor) {
        everyLanguageCuts(new Piece.Amount(minor, "USD"));
        everyLanguageCuts(new Piece.Amount(minor, "CNY"));
        everyLanguageCuts(new Piece.Amount(minor, "EUR"));
    }

    @Property(tries = 300)
    void everyDateHasItsPieces(@ForAll @LongRange(min = 0, max = 40_000) long day) {
        everyLanguageCuts(new Piece.Date(LocalDate.ofEpochDay(day)));
    }

    @Property(tries = 100)
    void everyDigitHasItsPiece(@ForAll @NumericChars @StringLength(min = 1, max = 16) String digits) {
        everyLanguageCuts(new Piece.Digits(digits));
    }

    private static void everyLanguageCuts(Piece value) {
        for (Language language : Language.values()) {
            Optional<List<String>> pieces = ValuePieces.cut(language, value);
            assertThat(pieces).as(language + " " + value).isPresent();
            assertThat(pieces.orElseThrow())
                    .allMatch(piece -> piece.equals(ValuePieces.PAUSE)
                            || ValuePieces.of(language).contains(piece));
        }
    }
}
