package org.hotline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the decision values and outputs printed in ITU-T G.711, tables 1 and 2. */
class G711Test {
    @Test
    void ulawCodesOfTheTable() {
        // Table 2a: the ends of the segments, 14 bits; times 4 in 16 bits.
        int[] codes = {0x80, 0x8F, 0x9F, 0xAF, 0xBF, 0xCF, 0xDF, 0xEF, 0xFE, 0xFF};
        int[] outputs = {8031, 4191, 2079, 1023, 495, 231, 99, 33, 2, 0};
        for (int i = 0; i < codes.length; i++) {
            assertThat(Ulaw.decode((byte) codes[i])).isEqualTo((short) (outputs[i] * 4));
            assertThat(Ulaw.decode((byte) (codes[i] & 0x7F))).isEqualTo((short) (-outputs[i] * 4));
        }
    }

    @Test
    void alawCodesOfTheTable() {
        // Table 1a, even bits inverted: the ends of the segments, 13 bits; times 8 in 16 bits.
        int[] codes = {0xAA, 0xA5, 0xB5, 0x85, 0x95, 0xE5, 0xF5, 0xD5};
        int[] outputs = {4032, 2112, 1056, 528, 264, 132, 66, 1};
        for (int i = 0; i < codes.length; i++) {
            assertThat(Alaw.decode((byte) codes[i])).isEqualTo((short) (outputs[i] * 8));
            assertThat(Alaw.decode((byte) (codes[i] & 0x7F))).isEqualTo((short) (-outputs[i] * 8));
        }
    }

    @Test
    void everyCodeSurvivesARoundTrip() {
        for (int code = 0; code < 256; code++) {
            short ulaw = Ulaw.decode((byte) code);
            assertThat(Ulaw.decode(Ulaw.encode(ulaw))).isEqualTo(ulaw);
            assertThat(Alaw.encode(Alaw.decode((byte) code))).isEqualTo((byte) code);
        }
    }

    @Test
    void noSampleIsFurtherOffThanHalfAStepOfItsSegment() {
        for (int sample = -32_635; sample <= 32_635; sample++) {
            byte ulaw = Ulaw.encode((short) sample);
            int ulawStep = 8 << ((~ulaw >> 4) & 7);
            assertThat(Math.abs(sample - Ulaw.decode(ulaw)))
                    .as("mu-law of %d", sample)
                    .isLessThanOrEqualTo(ulawStep / 2);
            byte alaw = Alaw.encode((short) sample);
            int alawStep = 16 << Math.max(0, (((alaw ^ 0x55) >> 4) & 7) - 1);
            assertThat(Math.abs(sample - Alaw.decode(alaw)))
                    .as("A-law of %d", sample)
                    .isLessThanOrEqualTo(alawStep / 2);
        }
    }

    @Test
    void silenceIsSilent() {
        assertThat(Ulaw.decode(Ulaw.SILENCE)).isZero();
        assertThat(Ulaw.encode((short) 0)).isEqualTo(Ulaw.SILENCE);
        assertThat(Alaw.encode((short) 0)).isEqualTo(Alaw.SILENCE);
        assertThat(Alaw.decode(Alaw.SILENCE)).isEqualTo((short) 8);
    }
}
