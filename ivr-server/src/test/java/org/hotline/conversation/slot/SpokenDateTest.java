package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDateTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

    @ParameterizedTest
    @CsvSource({
        "today, 2026-03-11",
        "it was yesterday, 2026-03-10",
        "the day before yesterday, 2026-03-09",
        "tuesday, 2026-03-10",
        "friday, 2026-03-13",
        "last friday, 2026-03-06",
        "next monday, 2026-03-16",
        "march the third, 2026-03-03",
        "the twenty first of february, 2026-02-21",
        "december thirtieth, 2025-12-30",
        "april five, 2026-04-05"
    })
    void english(String said, LocalDate date) {
        assertThat(SpokenDate.read(ENGLISH, said, TODAY)).hasValue(date);
    }

    @ParameterizedTest
    @CsvSource({
        "昨天, 2026-03-10",
        "前天 下午, 2026-03-09",
        "大前天, 2026-03-08",
        "明天, 2026-03-12",
        "后天, 2026-03-13",
        "下 周一, 2026-03-16",
        "上个 星期天, 2026-03-08",
        "星期三, 2026-03-11",
        "三 月 五 号, 2026-03-05",
        "十二 月 三十 日, 2025-12-30",
        "二 十 五 号, 2026-02-25"
    })
    void mandarin(String said, LocalDate date) {
        assertThat(SpokenDate.read(MANDARIN, said, TODAY)).hasValue(date);
    }

    @Test
    void nonsenseIsNoDate() {
        assertThat(SpokenDate.read(ENGLISH, "february thirtieth", TODAY)).isEmpty();
        assertThat(SpokenDate.read(MANDARIN, "二月三十号", TODAY)).isEmpty();
        assertThat(SpokenDate.read(ENGLISH, "soon", TODAY)).isEmpty();
        assertThat(SpokenDate.read(MANDARIN, "很 快", TODAY)).isEmpty();
    }

    @Property(tries = 200)
    void whatWeSayWeUnderstand(@ForAll @IntRange(min = -180, max = 180) int days) {
        LocalDate date = TODAY.plusDays(days);
        for (Language language : Language.values()) {
            assertThat(SpokenDate.read(language, SpokenValues.text(language, List.of(new Piece.Date(date))), TODAY))
                    .hasValue(date);
        }
    }
}
