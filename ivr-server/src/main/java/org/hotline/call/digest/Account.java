package org.hotline.call.digest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who may register a phone.
 *
 * @param name user part of its address and digest user name
 * @param secrets H(A1) for each algorithm it may use: an MD5 one cannot be turned into a SHA-256 one, so both are made
 *     when the password is set
 * @param policy which of them it is challenged with
 * @param displayName the person, for pages; may be empty
 */
public record Account(String name, Map<Algorithm, String> secrets, Policy policy, String displayName) {
    /** Which algorithms an account is challenged with. */
    public enum Policy {
        /** For phones that know nothing else: some fail on the mere sight of another algorithm. */
        MD5,
        SHA_256,
        /** Both, SHA-256 first as the preferred one (RFC 8760 section 2.4). */
        BOTH
    }

    public Account {
        secrets = Map.copyOf(secrets);
        if (!name.matches("[A-Za-z0-9._+-]{1,64}")) {
            throw new IllegalArgumentException("an account's name is 1 to 64 letters, digits, dots, dashes, + or _");
        }
    }

    /** An account whose password is known. */
    public static Account of(String name, String realm, String password, Policy policy, String displayName) {
        Map<Algorithm, String> secrets = new EnumMap<>(Algorithm.class);
        for (Algorithm algorithm : Algorithm.values()) {
            secrets.put(algorithm, algorithm.secret(name, realm, password));
        }
        return new Account(name, secrets, policy, displayName);
    }

    /** Its H(A1), if it may use that algorithm. */
    Optional<String> secret(Algorithm algorithm) {
        boolean allowed = switch (policy) {
            case BOTH -> true;
            case MD5 -> algorithm == Algorithm.MD5;
            case SHA_256 -> algorithm == Algorithm.SHA_256;
        };
        return allowed ? Optional.ofNullable(secrets.get(algorithm)) : Optional.empty();
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
