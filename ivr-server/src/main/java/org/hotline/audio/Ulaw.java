package org.hotline.audio;

/**
 * G.711 mu-law (ITU-T G.711, table 2): 8-bit codes for 14-bit linear samples, here scaled to signed 16 bits.
 *
 * <p>Both directions are table look-ups. Pure; any thread.
 */
public final class Ulaw {
    /** The code of linear zero. */
    public static final byte SILENCE = (byte) 0xFF;

    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;
    private static final Companding LAW = Companding.of(Ulaw::expand, Ulaw::compress);

    private Ulaw() {}

    /** The mu-law code nearest to a linear sample. */
    public static byte encode(short sample) {
        return LAW.encode(sample);
    }

    /** The linear sample of a mu-law code. */
    public static short decode(byte code) {
        return LAW.decode(code);
    }

    /** Encodes all of {@code samples} into {@code codes}, beginning there at {@code at}. */
    public static void encode(short[] samples, byte[] codes, int at) {
        LAW.encode(samples, codes, at);
    }

    /** The linear samples of all of {@code codes}. */
    public static short[] decode(byte[] codes) {
        return LAW.decode(codes);
    }

    private static int expand(int code) {
        int inverted = ~code & 0xFF;
        int segment = (inverted >> 4) & 7;
        int magnitude = ((((inverted & 0x0F) << 3) + BIAS) << segment) - BIAS;
        return (inverted & 0x80) != 0 ? -magnitude : magnitude;
    }

    private static int compress(int sample) {
        int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
        int code = (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F);
        return ~(sample < 0 ? code | 0x80 : code);
    }
}
