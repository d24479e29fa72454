package org.hotline.call.asterisk;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One message of AudioSocket: a kind, a length of two bytes in network order, a payload. Asterisk sends the first four,
 * we send sound and the hang-up; any other kind from us makes Asterisk drop the call.
 */
sealed interface Packet {
    int HEADER = 3;

    int HANG_UP = 0x00;
    int IDENTITY = 0x01;
    int KEY = 0x03;
    int SOUND_8 = 0x10;
    int SOUND_16 = 0x12;
    int FAULT = 0xFF;

    /** 200 ms at 16 kHz: ten times what Asterisk sends. */
    int LONGEST = 6_400;

    int LAST_SOUND = 0x18;

    /** Which call it is: must come first. */
    record Identity(UUID call) implements Packet {}

    /** A key pressed, since Asterisk 20.14, 21.9, 22.4 and 23.0. */
    record Key(char digit) implements Packet {}

    /**
     * Signed 16-bit samples, little-endian.
     *
     * @param kind {@link #SOUND_8} or {@link #SOUND_16}; the former also for other rates from versions before 20.17
     */
    @SuppressWarnings("ArrayRecordComponent") // made for this packet alone
    record Sound(int kind, short[] samples) implements Packet {}

    /** The other side ends the connection. */
    record HangUp() implements Packet {}

    /** The other side had an error; 1 is that the caller hung up. */
    record Fault(int code) implements Packet {}

    /** A message that no Asterisk sends. */
    final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what, null, false, false);
        }
    }

    /** Checks a header before its payload is there. */
    static void check(int kind, int length) throws Malformed {
        boolean fits = switch (kind) {
            case HANG_UP, FAULT -> length <= LONGEST;
            case IDENTITY -> length == 2 * Long.BYTES;
            case KEY -> length == 1;
            default -> kind >= SOUND_8 && kind <= LAST_SOUND;
        };
        if (!fits) {
            throw new Malformed("a message of kind " + kind + " and " + length + " bytes");
        }
        if (kind >= SOUND_8 && kind <= LAST_SOUND) {
            checkSound(kind, length);
        }
    }

    private static void checkSound(int kind, int length) throws Malformed {
        if (kind != SOUND_8 && kind != SOUND_16) {
            throw new Malformed("sound of kind " + kind + "; use slin (8 kHz) or slin16");
        }
        if (length == 0 || length % Short.BYTES != 0 || length > LONGEST) {
            throw new Malformed("sound of " + length + " bytes");
        }
    }

    /** Reads a payload whose header was checked; leaves {@code payload} at its end. */
    static Packet read(int kind, ByteBuffer payload) throws Malformed {
        return switch (kind) {
            case HANG_UP -> new HangUp();
            case FAULT -> new Fault(payload.hasRemaining() ? payload.get() & 0xFF : 0);
            case IDENTITY -> new Identity(new UUID(payload.getLong(), payload.getLong()));
            case KEY -> new Key(key(payload.get()));
            default -> new Sound(kind, samples(payload));
        };
    }

    private static char key(byte ascii) throws Malformed {
        char digit = Character.toUpperCase((char) (ascii & 0x7F));
        if ("0123456789*#ABCD".indexOf(digit) < 0) {
            throw new Malformed("a key that is none");
        }
        return digit;
    }

    private static short[] samples(ByteBuffer payload) {
        short[] samples = new short[payload.remaining() / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Short.reverseBytes(payload.getShort());
        }
        return samples;
    }
}
