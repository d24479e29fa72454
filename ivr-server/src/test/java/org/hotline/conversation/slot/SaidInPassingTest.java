package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.junit.jupiter.api.Test;

class SaidInPassingTest {
    @Property(tries = 300)
    void digitsAmongOtherWords(@ForAll @NumericChars @StringLength(min = 4, max = 16) String digits) {
        String english = SpokenValues.text(ENGLISH, List.of(new Piece.Digits(digits)));
        String mandarin = SpokenValues.text(MANDARIN, List.of(new Piece.Digits(digits)));
        assertThat(SaidInPassing.digits(
                        ENGLISH, "my two parcels are late the number is " + english + " and it is the red one"))
                .contains(digits);
        assertThat(SaidInPassing.digits(MANDARIN, "我的包裹三天没到，单号" + mandarin + "，还有一次重复扣款"))
                .contains(digits);
    }

    @Property(tries = 300)
    void amountsAmongOtherWords(@ForAll @LongRange(min = 100, max = 999_999) long minor) {
        String english = SpokenValues.text(ENGLISH, List.of(new Piece.Amount(minor, "USD")));
        String mandarin = SpokenValues.text(MANDARIN, List.of(new Piece.Amount(minor, "CNY")));
        assertThat(SaidInPassing.amount(ENGLISH, "i was charged " + english + " again"))
                .hasValue(minor);
        assertThat(SaidInPassing.amount(MANDARIN, "你们扣了我" + mandarin + "扣了两次")).hasValue(minor);
    }

    @Test
    void whatCountsSomethingIsNoNumber() {
        assertThat(SaidInPassing.digits(ENGLISH, "it took one hundred days and two thousand dollars"))
                .isEmpty();
        assertThat(SaidInPassing.digits(MANDARIN, "等了一百二十天，花了两千块")).isEmpty();
        assertThat(SaidInPassing.amount(ENGLISH, "number twelve fifty")).isEmpty();
        assertThat(SaidInPassing.amount(ENGLISH, "not ten dollars but five dollars"))
                .isEmpty();
        assertThat(SaidInPassing.amount(MANDARIN, "单号一二五零")).isEmpty();
    }

    @Test
    void daysAmongOtherWords() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        assertThat(SaidInPassing.date(ENGLISH, "the first one was due on the second of march", saturday))
                .hasValue(LocalDate.of(2027, 3, 2));
        assertThat(SaidInPassing.date(ENGLISH, "yes that's the one and not the second", saturday))
                .isEmpty();
        assertThat(SaidInPassing.date(MANDARIN, "昨天的包裹还没到", saturday)).hasValue(saturday.minusDays(1));
    }
}
