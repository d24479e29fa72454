package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickTest {
    @ParameterizedTest
    @CsvSource({
        "the second one please, 1",
        "not the first the second, 1",
        "no not the first one the third one, 2",
        "the second not the first, 1",
        "not the second the last one, 2",
        "none of these, 3"
    })
    void oneOfThree(String said, int place) {
        assertThat(Pick.read(ENGLISH, said, 3)).hasValue(place);
    }

    @ParameterizedTest
    @CsvSource({"第二个, 1", "不是第一个是第二个, 1", "不是第一个，第三个, 2", "第二个不是第一个, 1", "都不是, 3"})
    void oneOfThreeInMandarin(String said, int place) {
        assertThat(Pick.read(MANDARIN, said, 3)).hasValue(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not the first", "not the first one", "the first or the second", "no"})
    void noneThatIsSure(String said) {
        assertThat(Pick.read(ENGLISH, said, 3)).isEmpty();
    }
}
