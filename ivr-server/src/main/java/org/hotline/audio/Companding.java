package org.hotline.audio;

import java.util.function.IntUnaryOperator;

/**
 * A law of G.711 as two tables: 256 entries to decode, 65,536 to encode. Pure; any thread.
 *
 * @param linear the sample of each code
 * @param code the code of each sample, its 16 bits taken as unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a record's fields are constants to the compiler
record Companding(short[] linear, byte[] code) {
    /**
     * Works the tables out.
     *
     * @param expand from a code, 0 to 255, to its sample
     * @param compress from a sample to its code
     */
    static Companding of(IntUnaryOperator expand, IntUnaryOperator compress) {
        short[] linear = new short[256];
        for (int each = 0; each < linear.length; each++) {
            linear[each] = (short) expand.applyAsInt(each);
        }
        byte[] code = new byte[65_536];
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            code[sample & 0xFFFF] = (byte) compress.applyAsInt(sample);
        }
        return new Companding(linear, code);
    }

    byte encode(short sample) {
        return code[sample & 0xFFFF];
    }

    short decode(byte each) {
        return linear[each & 0xFF];
    }

    void encode(short[] samples, byte[] codes, int at) {
        for (int i = 0; i < samples.length; i++) {
            codes[at + i] = code[samples[i] & 0xFFFF];
        }
    }

    short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            samples[i] = linear[codes[i] & 0xFF];
        }
        return samples;
    }
}
