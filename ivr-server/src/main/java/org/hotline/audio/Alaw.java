package org.hotline.audio;

/**
 * G.711 A-law (ITU-T G.711, table 1): 8-bit codes for 13-bit linear samples, here scaled to signed 16 bits.
 *
 * <p>Both directions are table look-ups. Pure; any thread.
 */
public final class Alaw {
    /** The code of the smallest positive value; A-law has no zero. */
    public static final byte SILENCE = (byte) 0xD5;

    private static final short[] LINEAR = new short[256];
    private static final byte[] CODE = new byte[65_536];

    static {
        for (int code = 0; code < 256; code++) {
            LINEAR[code] = expand(code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            CODE[sample & 0xFFFF] = compress(sample);
        }
    }

    private Alaw() {}

    /** The A-law code nearest to a linear sample. */
    public static byte encode(short sample) {
        return CODE[sample & 0xFFFF];
    }

    /** The linear sample of an A-law code. */
    public static short decode(byte code) {
        return LINEAR[code & 0xFF];
    }

    /** Encodes all of {@code samples} into {@code codes}, beginning there at {@code at}. */
    public static void encode(short[] samples, byte[] codes, int at) {
        for (int i = 0; i < samples.length; i++) {
            codes[at + i] = CODE[samples[i] & 0xFFFF];
        }
    }

    /** The linear samples of all of {@code codes}. */
    public static short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            samples[i] = LINEAR[codes[i] & 0xFF];
        }
        return samples;
    }

    private static short expand(int code) {
        int toggled = code ^ 0x55;
        int segment = (toggled >> 4) & 7;
        int magnitude = ((toggled & 0x0F) << 4) + 8;
        if (segment > 0) {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }
        return (short) ((toggled & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte compress(int sample) {
        // One's complement for negatives, as in the table: -1 falls into the first negative step, not into a step of
        // zero.
        int magnitude = (sample < 0 ? ~sample : sample) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int step = (magnitude >> Math.max(0, segment - 1)) & 0x0F;
        int code = (segment << 4) | step;
        return (byte) ((sample < 0 ? code : code | 0x80) ^ 0x55);
    }
}
