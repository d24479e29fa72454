package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeniedTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "no thirty not thirteen, 3000",
        "not thirteen dollars but thirty dollars, 3000",
        "no it's not thirteen it's thirty, 3000",
        "no thirty dollars, 3000"
    })
    void amounts(String said, long minor) {
        assertThat(SpokenAmount.read(ENGLISH, Denied.without(ENGLISH, said))).hasValue(minor);
    }

    @ParameterizedTest
    @CsvSource({"不是十三是三十, 3000", "不是的是三十块, 3000", "是三十块不是十三块, 3000", "不对三十块, 3000"})
    void mandarinAmounts(String said, long minor) {
        assertThat(SpokenAmount.read(MANDARIN, Denied.without(MANDARIN, said))).hasValue(minor);
    }

    @ParameterizedTest
    @CsvSource({"no friday not thursday, 2026-11-20", "not today but yesterday, 2026-11-20"})
    void days(String said, LocalDate day) {
        assertThat(SpokenDate.read(ENGLISH, Denied.without(ENGLISH, said), SATURDAY))
                .hasValue(day);
    }

    @ParameterizedTest
    @CsvSource({"no that's not the one", "no not this one"})
    void aOneThatIsNoNumber(String said) {
        assertThat(SpokenAmount.read(ENGLISH, Denied.without(ENGLISH, said))).isEmpty();
    }
}
