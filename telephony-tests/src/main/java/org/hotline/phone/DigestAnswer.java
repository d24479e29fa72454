package org.hotline.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a digest challenge (RFC 7616, and RFC 2617 where the server is old). */
final class DigestAnswer {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    private DigestAnswer() {}

    /** The value of the Authorization header for this challenge. */
    static String to(String challenge, String method, String uri, String user, String password) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(challenge);
        while (matcher.find()) {
            fields.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        String algorithm = fields.getOrDefault("algorithm", "MD5");
        String realm = fields.getOrDefault("realm", "");
        String nonce = fields.getOrDefault("nonce", "");
        String ha1 = hash(algorithm, user + ":" + realm + ":" + password);
        String ha2 = hash(algorithm, method + ":" + uri);
        StringBuilder answer =
                new StringBuilder("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s"
                        .formatted(user, realm, nonce, uri, algorithm));
        if (fields.getOrDefault("qop", "").contains("auth")) {
            String cnonce = Long.toHexString(System.nanoTime());
            answer.append(", qop=auth, nc=00000001, cnonce=\"").append(cnonce).append("\", response=\"");
            answer.append(hash(algorithm, ha1 + ":" + nonce + ":00000001:" + cnonce + ":auth:" + ha2));
        } else {
            answer.append(", response=\"").append(hash(algorithm, ha1 + ":" + nonce + ":" + ha2));
        }
        if (fields.containsKey("opaque")) {
            answer.append("\", opaque=\"").append(fields.get("opaque"));
        }
        return answer.append('"').toString();
    }

    private static String hash(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(
                    algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-256") ? "SHA-256" : "MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
