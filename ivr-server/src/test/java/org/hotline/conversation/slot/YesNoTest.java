package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {
    @ParameterizedTest
    @ValueSource(strings = {"yes", "yeah that's right", "correct", "okay", "sure of course", "that is correct"})
    void englishYes(String said) {
        assertThat(YesNo.read(ENGLISH, said)).hasValue(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "nope", "that's not right", "no that's wrong", "it isn't correct"})
    void englishNo(String said) {
        assertThat(YesNo.read(ENGLISH, said)).hasValue(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "是 的", "对", "没 错", "好 的", "嗯", "可以"})
    void mandarinYes(String said) {
        assertThat(YesNo.read(MANDARIN, said)).hasValue(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不", "不是", "不 对", "错 了", "没有", "不行"})
    void mandarinNo(String said) {
        assertThat(YesNo.read(MANDARIN, said)).hasValue(false);
    }

    @Test
    void whoTellsMoreSaysItWithTheFirstWord() {
        assertThat(YesNo.answer(ENGLISH, "i am at the station")).isEmpty();
        assertThat(YesNo.answer(ENGLISH, "my parcel has not arrived yet")).isEmpty();
        assertThat(YesNo.answer(ENGLISH, "no i want to return it")).hasValue(false);
        assertThat(YesNo.answer(ENGLISH, "yes but i want to change my address")).hasValue(true);
        assertThat(YesNo.answer(ENGLISH, "that is not right")).hasValue(false);
        assertThat(YesNo.answer(MANDARIN, "今天天气真好")).isEmpty();
        assertThat(YesNo.answer(MANDARIN, "不是 我 要 退货")).hasValue(false);
        assertThat(YesNo.answer(MANDARIN, "对 的 没错")).hasValue(true);
        assertThat(YesNo.answer(MANDARIN, "")).isEmpty();
        assertThat(YesNo.answer(ENGLISH, "")).isEmpty();
        assertThat(YesNo.tells(ENGLISH, "that is not right")).isFalse();
        assertThat(YesNo.tells(ENGLISH, "no my refund please")).isTrue();
    }

    @Test
    void neitherIsNothing() {
        assertThat(YesNo.read(ENGLISH, "yes no")).isEmpty();
        assertThat(YesNo.read(ENGLISH, "[unk]")).isEmpty();
        assertThat(YesNo.read(ENGLISH, "where is my parcel")).isEmpty();
        assertThat(YesNo.read(MANDARIN, "快递")).isEmpty();
    }

    @Test
    void everyPhraseIsUnderstoodAndCanBeHeard() throws IOException {
        for (Language language : Language.values()) {
            Set<String> vocabulary = vocabulary(language);
            for (String phrase : YesNo.phrases(language)) {
                assertThat(vocabulary).as(phrase).containsAll(Arrays.asList(phrase.split(" ")));
                if (!phrase.equals("[unk]")) {
                    assertThat(YesNo.read(language, phrase)).as(phrase).isPresent();
                }
            }
            assertThat(vocabulary).containsAll(SpokenDigits.phrases(language));
        }
    }

    private static Set<String> vocabulary(Language language) throws IOException {
        return new HashSet<>(
                Files.readAllLines(Path.of("../models/hotline-mini-" + language.tag() + "/vocabulary.txt")));
    }
}
