package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void isWrittenAsItsLanguageIs() {
        assertThat(Transcript.of("你们 发 错 货 了").written()).isEqualTo("你们发错货了");
        assertThat(Transcript.of("我 买 了 iphone 手机").written()).isEqualTo("我买了 iphone 手机");
        assertThat(Transcript.of("where is my parcel").written()).isEqualTo("where is my parcel");
    }
}
