package org.hotline.call.digest;

import java.util.Arrays;
import java.util.Optional;

/**
 * An account of ours elsewhere, at a trunk that asks who calls.
 *
 * @param realm the only one that is told anything: the answer to another's challenge would let it guess the password
 */
public record Login(String realm, String user, String password) {
    /** We answer each nonce once. */
    private static final String COUNT = "00000001";

    public Login {
        if (realm.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("an account at a trunk needs a realm and a user");
        }
    }

    /**
     * The value of Authorization or Proxy-Authorization (RFC 7616 section 3.4).
     *
     * @param cnonce of our own, never used before
     * @return empty if the realm is not ours, or the challenge asks for what we cannot
     */
    public Optional<String> answer(Challenge challenge, String method, String uri, String cnonce) {
        Optional<Algorithm> algorithm = Algorithm.of(challenge.algorithm());
        boolean old = challenge.qop().isEmpty(); // RFC 2069: still met
        boolean can =
                old || Arrays.asList(challenge.qop().split("\\s*,\\s*", -1)).contains("auth");
        if (!challenge.realm().equals(realm) || algorithm.isEmpty() || !can) {
            return Optional.empty();
        }
        return Optional.of(text(challenge, algorithm.get(), method, uri, old ? "" : cnonce));
    }

    private String text(Challenge challenge, Algorithm by, String method, String uri, String cnonce) {
        String secret = by.secret(user, realm, password);
        String response = cnonce.isEmpty()
                ? by.hash(secret + ":" + challenge.nonce() + ":" + by.hash(method + ":" + uri))
                : given(challenge, by, uri, cnonce).expected(by, secret, method);
        return "Digest username=" + quoted(user) + ", realm=" + quoted(realm) + ", nonce=" + quoted(challenge.nonce())
                + ", uri=" + quoted(uri) + ", response=\"" + response + "\""
                + (challenge.algorithm().isEmpty() ? "" : ", algorithm=" + by.token())
                + (cnonce.isEmpty() ? "" : ", cnonce=" + quoted(cnonce) + ", qop=auth, nc=" + COUNT)
                + (challenge.opaque().isEmpty() ? "" : ", opaque=" + quoted(challenge.opaque()));
    }

    private Credentials given(Challenge challenge, Algorithm by, String uri, String cnonce) {
        return new Credentials(user, realm, challenge.nonce(), uri, "", by.token(), "auth", COUNT, cnonce);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "Login[" + user + " at " + realm + "]";
    }
}
