package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final String[] ENGLISH = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };

    @Test
    void numbersInEnglishAreMasked() {
        assertThat(english("my order number is one two three four")).isEqualTo("my order number is <number>");
        assertThat(english("it's double five um oh one then twenty and it is late"))
                .isEqualTo("it's <number> and it is late");
        assertThat(english("Card 4111-1111-1111-1111, please")).isEqualTo("card <number> please");
        assertThat(english("order AB12345 from nineteen eighty four")).isEqualTo("order <number> from <number>");
        assertThat(english("you took two hundred and fifty dollars")).isEqualTo("you took <number> dollars");
    }

    @Test
    void wordsThatOnlyCountStay() {
        assertThat(english("two parcels and one of them is broken")).isEqualTo("two parcels and one of them is broken");
        assertThat(english("I was charged twice")).isEqualTo("i was charged twice");
        assertThat(mandarin("我有一个包裹坏了")).isEqualTo("我有一个包裹坏了");
    }

    @Test
    void numbersInMandarinAreMasked() {
        assertThat(mandarin("订单号是一二三四五六七八还没到")).isEqualTo("订单号是<号码>还没到");
        assertThat(mandarin("我 的 电话 是 幺三八 嗯 零零 幺三")).isEqualTo("我 的 电话 是 <号码>");
        assertThat(mandarin("单号SF12345678")).isEqualTo("单号<号码>");
        assertThat(mandarin("三个八")).isEqualTo("<号码>");
    }

    @Property(tries = 200)
    void noNumberOfThreeDigitsOrMoreIsLeft(@ForAll @NumericChars @StringLength(min = 3, max = 16) String number) {
        String spoken = number.chars().mapToObj(digit -> ENGLISH[digit - '0']).collect(Collectors.joining(" "));
        String characters = number.chars()
                .mapToObj(digit -> String.valueOf("零一二三四五六七八九".charAt(digit - '0')))
                .collect(Collectors.joining());
        assertThat(english("it is " + number + " thank you")).isEqualTo("it is <number> thank you");
        assertThat(english("it is " + spoken + " thank you")).isEqualTo("it is <number> thank you");
        assertThat(mandarin("是" + number + "谢谢")).isEqualTo("是<号码>谢谢");
        assertThat(mandarin("是" + characters + "谢谢")).isEqualTo("是<号码>谢谢");
    }

    private static String english(String text) {
        return Masking.numbers(Language.ENGLISH, text);
    }

    private static String mandarin(String text) {
        return Masking.numbers(Language.MANDARIN, text);
    }
}
