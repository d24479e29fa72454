package org.hotline.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberedPinyinTest {
    @Test
    void readsCharactersWithSeveralReadingsInTheirContext() {
        Map.of(
                        "重庆银行", "chong2 qing4 yin2 hang2",
                        "还款", "huan2 kuan3",
                        "还没到", "hai2 mei2 dao4",
                        "行", "xing2",
                        "银行卡", "yin2 hang2 ka3",
                        "长时间", "chang2 shi2 jian1",
                        "了解", "liao3 jie3",
                        "扣了", "kou4 le5",
                        "重复扣款", "chong2 fu4 kou4 kuan3")
                .forEach((text, pinyin) -> assertThat(NumberedPinyin.of(text)).isEqualTo(pinyin));
    }

    @Test
    void changesTheTonesOfNotAndOne() {
        assertThat(NumberedPinyin.of("不对")).isEqualTo("bu2 dui4");
        assertThat(NumberedPinyin.of("不知道")).isEqualTo("bu4 zhi1 dao4");
        assertThat(NumberedPinyin.of("一次")).isEqualTo("yi2 ci4");
        assertThat(NumberedPinyin.of("一起")).isEqualTo("yi4 qi3");
    }

    @Test
    void leavesOneAsANumberInItsOwnTone() {
        assertThat(NumberedPinyin.of("第一次")).isEqualTo("di4 yi1 ci4");
        assertThat(NumberedPinyin.of("请按一，查退款")).isEqualTo("qing3 an4 yi1, cha2 tui4 kuan3");
        assertThat(NumberedPinyin.of("一二三")).isEqualTo("yi1 er4 san1");
        assertThat(NumberedPinyin.of("三十一号")).isEqualTo("san1 shi2 yi1 hao4");
        assertThat(NumberedPinyin.of("一月五号")).isEqualTo("yi1 yue4 wu3 hao4");
    }

    @Test
    void saysNumbersAndLatinLettersInChinese() {
        assertThat(NumberedPinyin.of("退20元")).isEqualTo("tui4 er4 shi2 yuan2");
        assertThat(NumberedPinyin.of("订单88001")).isEqualTo("ding4 dan1 ba1 ba1 ling2, ling2 yao1");
        assertThat(NumberedPinyin.of("用APP付")).isEqualTo("yong4 ei1 pi1 pi1 fu4");
    }

    @Test
    void keepsPausesAndDropsWhatCannotBeSaid() {
        assertThat(NumberedPinyin.of("您好，再见。")).isEqualTo("nin2 hao3, zai4 jian4.");
        assertThat(NumberedPinyin.of("《您》※")).isEqualTo("nin2");
        assertThat(NumberedPinyin.of("𠮷")).isEmpty();
    }
}
