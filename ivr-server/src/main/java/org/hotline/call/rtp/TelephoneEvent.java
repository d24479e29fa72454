package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The payload of one telephone-event packet (RFC 4733 section 2.3), keys only.
 *
 * @param key one of {@code 0-9 * # A-D}
 * @param end the key has been released
 * @param volume power in -dBm0, 0 to 63
 * @param duration so far, in samples, 0 to 65,535
 */
record TelephoneEvent(char key, boolean end, int volume, int duration) {
    /** Bytes of a payload. */
    static final int LENGTH = 4;

    private static final String KEYS = "0123456789*#ABCD";

    /** Reads a payload; empty if it is too short or not a key (fax tones, flash). */
    static Optional<TelephoneEvent> parse(byte[] payload) {
        if (payload.length < LENGTH || (payload[0] & 0xFF) >= KEYS.length()) {
            return Optional.empty();
        }
        int duration = ((payload[2] & 0xFF) << 8) | (payload[3] & 0xFF);
        return Optional.of(
                new TelephoneEvent(KEYS.charAt(payload[0]), (payload[1] & 0x80) != 0, payload[1] & 0x3F, duration));
    }

    /** The RFC 4733 number of a key; -1 if there is no such key. */
    static int code(char key) {
        return KEYS.indexOf(key);
    }

    static void write(ByteBuffer into, char key, boolean end, int volume, int duration) {
        into.put((byte) code(key));
        into.put((byte) ((end ? 0x80 : 0) | volume));
        into.putShort((short) duration);
    }
}
