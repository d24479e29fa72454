package org.hotline.call.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes nonces and judges those that come back. A nonce is {@code base64(time | chance | HMAC(key, time | chance | source))}:
 * it proves itself to be ours, so nothing is kept for those who never answer. Each of its counts is good once (RFC 7616
 * section 3.4, nc).
 */
public final class Nonces {
    /** How long a nonce is good. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int HEAD = 16;
    private static final int PROOF = 16;
    private static final int MOST = 100_000;

    private final Clock clock;
    private final byte[] key = new byte[32];
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Counts> used;

    /** What a nonce that came back is worth. */
    public enum Worth {
        FRESH,
        /** Ours, but too old or its count used before: to be asked again with {@code stale=true}. */
        STALE,
        /** Not ours, or given to somebody else. */
        FORGED
    }

    public Nonces(Clock clock) {
        this.clock = clock;
        random.nextBytes(key);
        used = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();
    }

    /** A nonce for {@code source}, an address as text. */
    public String fresh(String source) {
        byte[] head = ByteBuffer.allocate(HEAD)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(HEAD + PROOF)
                        .put(head)
                        .put(proof(head, source))
                        .array());
    }

    /** Judges a nonce of {@code source} used for the {@code count}th time, and uses that count up. */
    public Worth use(String nonce, long count, String source) {
        byte[] bytes = decode(nonce);
        if (bytes.length != HEAD + PROOF) {
            return Worth.FORGED;
        }
        byte[] head = Arrays.copyOf(bytes, HEAD);
        if (!MessageDigest.isEqual(proof(head, source), Arrays.copyOfRange(bytes, HEAD, bytes.length))) {
            return Worth.FORGED;
        }
        long age = clock.millis() - ByteBuffer.wrap(head).getLong();
        boolean old = age < 0 || age > LIFE.toMillis();
        return old || !used.get(nonce, first -> new Counts()).use(count) ? Worth.STALE : Worth.FRESH;
    }

    private byte[] proof(byte[] head, String source) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return Arrays.copyOf(mac.doFinal(source.getBytes(StandardCharsets.UTF_8)), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static byte[] decode(String nonce) {
        try {
            return Base64.getDecoder().decode(nonce);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
