package org.hotline.call.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hash functions of RFC 8760 that phones know. */
public enum Algorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String token;

    Algorithm(String token) {
        this.token = token;
    }

    /** Its name in headers. */
    public String token() {
        return token;
    }

    /** By its token, whatever its case; one left out means MD5 (RFC 7616 section 3.3). */
    public static Optional<Algorithm> of(String token) {
        if (token.isEmpty()) {
            return Optional.of(MD5);
        }
        for (Algorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The hash of {@code text} as lower-case hexadecimal. */
    public String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + token, impossible);
        }
    }

    /** H(A1): what is stored instead of the password (RFC 7616 section 3.4.2). */
    public String secret(String name, String realm, String password) {
        return hash(name + ":" + realm + ":" + password);
    }
}
