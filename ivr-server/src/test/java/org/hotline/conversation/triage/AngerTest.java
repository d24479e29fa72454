package org.hotline.conversation.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import org.hotline.speech.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "get me your boss",
                "no get me your manager now",
                "i want to speak to your supervisor",
                "this is ridiculous i want to complain about you people",
                "i am sick of this",
                "you people are useless",
                "stupid machine"
            })
    void much(String said) {
        assertThat(Anger.in(ENGLISH, said)).isEqualTo(Anger.MUCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"叫你们领导来", "叫 你们 经理 来 听 电话", "太过分了我要投诉你们", "气死我了", "你们都是骗子", "什么破系统", "七 四 我 了", "收购 了", "什么 颇 系统"
            })
    void muchInMandarin(String said) {
        assertThat(Anger.in(MANDARIN, said)).isEqualTo(Anger.MUCH);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, this is ridiculous", "ENGLISH, i am so angry", "MANDARIN, 太过分了", "MANDARIN, 我很生气"})
    void some(Language language, String said) {
        assertThat(Anger.in(language, said)).isEqualTo(Anger.SOME);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, i want to complain about the courier",
        "ENGLISH, i would like to make a complaint",
        "ENGLISH, can i speak to a manager",
        "ENGLISH, my boss needs an invoice in the name of the company",
        "ENGLISH, i am waiting for your manager to call me back",
        "ENGLISH, the machine is broken",
        "ENGLISH, i want to know about your managers special offer",
        "MANDARIN, 我要投诉快递员",
        "MANDARIN, 我想投诉商品质量",
        "MANDARIN, 投诉了一个星期没消息",
        "MANDARIN, 机器坏了",
        "MANDARIN, 老板需要发票"
    })
    void none(Language language, String said) {
        assertThat(Anger.in(language, said)).isEqualTo(Anger.NONE);
    }
}
