package org.hotline.call.sip.stack;

import java.security.SecureRandom;

/** Makes tags and other tokens nobody can guess (RFC 3261 section 19.3 asks for 32 random bits; these have 64). */
public final class Tags {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tags() {}

    public static String fresh() {
        return Long.toUnsignedString(RANDOM.nextLong(), 36);
    }

    /** A positive number, for the session of a description. */
    public static long number() {
        return RANDOM.nextLong() >>> 2 | 1;
    }
}
