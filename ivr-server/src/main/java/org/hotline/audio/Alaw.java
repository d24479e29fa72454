package org.hotline.audio;

/**
 * G.711 A-law (ITU-T G.711, table 1): 8-bit codes for 13-bit linear samples, here scaled to signed 16 bits.
 *
 * <p>Both directions are table look-ups. Pure; any thread.
 */
public final class Alaw {
    /** The code of the smallest positive value; A-law has no zero. */
    public static final byte SILENCE = (byte) 0xD5;

    private static final Companding LAW = Companding.of(Alaw::expand, Alaw::compress);

    private Alaw() {}

    /** The A-law code nearest to a linear sample. */
    public static byte encode(short sample) {
        return LAW.encode(sample);
    }

    /** The linear sample of an A-law code. */
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
        int toggled = code ^ 0x55;
        int segment = (toggled >> 4) & 7;
        int magnitude = ((toggled & 0x0F) << 4) + 8;
        if (segment > 0) {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }
        return (toggled & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static int compress(int sample) {
        // One's complement for negatives, as in the table: -1 falls into the first negative step, not into a step of
        // zero.
        int magnitude = (sample < 0 ? ~sample : sample) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int step = (magnitude >> Math.max(0, segment - 1)) & 0x0F;
        int code = (segment << 4) | step;
        return (sample < 0 ? code : code | 0x80) ^ 0x55;
    }
}
