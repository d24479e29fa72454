package org.hotline.call.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a request proves its account (RFC 7616). Known and unknown accounts get the same answers by the same
 * computations, so that nobody can list them.
 */
public final class Authenticator {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String realm;
    private final Accounts accounts;
    private final Nonces nonces;
    private final Cache<String, Boolean> puzzled;

    /** What becomes of a request. */
    public sealed interface Verdict {
        /** It proved this account. */
        record Proved(Account account) implements Verdict {}

        /**
         * It has to prove itself, or to do so again.
         *
         * @param challenges values of WWW-Authenticate, the preferred one first
         * @param wrong true if it tried with a wrong name or password on a nonce that was given to it: so its source
         *     address is no forgery
         */
        record Challenged(List<String> challenges, boolean wrong) implements Verdict {}
    }

    public Authenticator(String realm, Accounts accounts, Clock clock) {
        this.realm = realm;
        this.accounts = accounts;
        this.nonces = new Nonces(clock);
        this.puzzled = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(PATIENCE)
                .build();
    }

    /** The account of that name, if there is one. */
    public Optional<Account> account(String name) {
        return accounts.named(name);
    }

    /**
     * Judges a request.
     *
     * @param claimed the account the request is for: the user of its To or From
     * @param given what its Authorization header says, if it has one for our realm
     * @param source its sender's address as text; a nonce is good for one sender only
     */
    public Verdict judge(String method, String claimed, Optional<Credentials> given, String source) {
        if (given.isEmpty()) {
            return new Verdict.Challenged(challenges(claimed, source, false, true), false);
        }
        Credentials said = given.get();
        boolean right = isRight(said, method)
                && said.name().equals(claimed)
                && said.realm().equals(realm);
        Nonces.Worth worth = nonces.use(said.nonce(), count(said.count()), source);
        if (right && worth == Nonces.Worth.FRESH) {
            if (said.algorithm().equalsIgnoreCase(Algorithm.SHA_256.token())) {
                puzzled.invalidate(claimed + " " + source);
            }
            return new Verdict.Proved(accounts.named(claimed).orElseThrow());
        }
        boolean stale = right && worth == Nonces.Worth.STALE;
        boolean wrong = !right && worth != Nonces.Worth.FORGED;
        return new Verdict.Challenged(challenges(claimed, source, stale, false), wrong);
    }

    private boolean isRight(Credentials said, String method) {
        Optional<Algorithm> algorithm = Algorithm.of(said.algorithm());
        Optional<String> secret = accounts.named(said.name()).flatMap(account -> algorithm.flatMap(account::secret));
        String expected = said.expected(algorithm.orElse(Algorithm.MD5), secret.orElse("nobody"), method);
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                said.response().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        return same
                && secret.isPresent()
                && said.qop().equals("auth")
                && !said.clientNonce().isEmpty();
    }

    private List<String> challenges(String claimed, String source, boolean stale, boolean first) {
        Account.Policy policy =
                accounts.named(claimed).map(Account::policy).orElseGet(() -> accounts.policyOfUnknown(claimed));
        return switch (policy) {
            case MD5 -> List.of(challenge(Algorithm.MD5, source, stale));
            case SHA_256 -> List.of(challenge(Algorithm.SHA_256, source, stale));
            case BOTH ->
                first && isPuzzled(claimed + " " + source)
                        ? List.of(challenge(Algorithm.MD5, source, stale))
                        : List.of(challenge(Algorithm.SHA_256, source, stale), challenge(Algorithm.MD5, source, stale));
        };
    }

    /**
     * A phone that asks again without credentials did not understand two challenges: it gets MD5 alone (baresip). Not so
     * one that took the first meanwhile: linphone has forgotten its password then, and keeps what SHA-256 made of it.
     */
    private boolean isPuzzled(String who) {
        return puzzled.asMap().put(who, true) != null;
    }

    private String challenge(Algorithm algorithm, String source, boolean stale) {
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonces.fresh(source) + "\", algorithm=" + algorithm.token()
                + ", qop=\"auth\"" + (stale ? ", stale=true" : "");
    }

    private static long count(String hex) {
        return hex.matches("[0-9a-fA-F]{8}") ? Long.parseLong(hex, 16) : -1;
    }
}
