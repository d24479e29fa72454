package org.hotline.call.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.call.digest.Authenticator.Verdict;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final String HERE = "192.0.2.1";

    private final Watch clock = new Watch();
    private final Authenticator authenticator = new Authenticator(
            "hotline",
            Accounts.of(List.of(
                    Account.of("ann", "hotline", "secret", Account.Policy.MD5, "Ann"),
                    Account.of("bob", "hotline", "hidden", Account.Policy.BOTH, "Bob"),
                    Account.of("eve", "hotline", "buried", Account.Policy.SHA_256, "Eve"))),
            clock);

    /** A clock moved by hand. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** What a phone makes of a challenge. */
    private static Credentials answer(
            Verdict verdict, String name, String password, Algorithm by, String method, int count) {
        String nonce = nonce(verdict, by);
        Credentials bare = new Credentials(
                name,
                "hotline",
                nonce,
                "sip:hotline",
                "",
                by.token().toLowerCase(java.util.Locale.ROOT),
                "auth",
                "%08x".formatted(count),
                "c0ffee");
        return new Credentials(
                name,
                "hotline",
                nonce,
                bare.uri(),
                bare.expected(by, by.secret(name, "hotline", password), method),
                bare.algorithm(),
                "auth",
                bare.count(),
                "c0ffee");
    }

    private static String nonce(Verdict verdict, Algorithm by) {
        String challenge = ((Verdict.Challenged) verdict)
                .challenges().stream()
                        .filter(text -> text.contains("algorithm=" + by.token() + ","))
                        .findFirst()
                        .orElseThrow();
        Matcher found = Pattern.compile("nonce=\"([^\"]+)\"").matcher(challenge);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Verdict judge(String name, Optional<Credentials> given) {
        return authenticator.judge("REGISTER", name, given, HERE);
    }

    @Test
    void theExampleOfRfc7616() {
        for (Algorithm by : Algorithm.values()) {
            Credentials mufasa = new Credentials(
                    "Mufasa",
                    "http-auth@example.org",
                    "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                    "/dir/index.html",
                    "",
                    by.token(),
                    "auth",
                    "00000001",
                    "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
            String secret = by.secret("Mufasa", "http-auth@example.org", "Circle of Life");
            assertThat(mufasa.expected(by, secret, "GET"))
                    .isEqualTo(
                            by == Algorithm.MD5
                                    ? "8ca523f5e9506fed4657c9700eebdbec"
                                    : "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
        }
    }

    @Test
    void aRightPasswordProvesTheAccountByEachAlgorithmItMayUse() {
        Verdict ann = judge("ann", Optional.empty());
        assertThat(judge("ann", Optional.of(answer(ann, "ann", "secret", Algorithm.MD5, "REGISTER", 1))))
                .isInstanceOf(Verdict.Proved.class);
        Verdict eve = judge("eve", Optional.empty());
        assertThat(judge("eve", Optional.of(answer(eve, "eve", "buried", Algorithm.SHA_256, "REGISTER", 1))))
                .isInstanceOf(Verdict.Proved.class);
    }

    @Test
    void anAlgorithmTheAccountMayNotUseProvesNothing() {
        Verdict ann = judge("ann", Optional.empty());
        Credentials md5 = answer(ann, "eve", "buried", Algorithm.MD5, "REGISTER", 1);
        assertThat(judge("eve", Optional.of(md5))).isInstanceOf(Verdict.Challenged.class);
    }

    @Test
    void aWrongPasswordMethodOrNameIsChallengedAgainAndCounted() {
        Verdict ann = judge("ann", Optional.empty());
        List<Credentials> wrong = List.of(
                answer(ann, "ann", "guess", Algorithm.MD5, "REGISTER", 1),
                answer(ann, "ann", "secret", Algorithm.MD5, "INVITE", 2),
                answer(ann, "bob", "hidden", Algorithm.MD5, "REGISTER", 3));
        for (Credentials given : wrong) {
            Verdict verdict = judge("ann", Optional.of(given));
            assertThat(verdict).isInstanceOf(Verdict.Challenged.class);
            assertThat(((Verdict.Challenged) verdict).wrong()).isTrue();
            assertThat(((Verdict.Challenged) verdict).challenges().toString()).doesNotContain("stale");
        }
    }

    @Test
    void aNonceIsGoodForFiveMinutesForEachCountOnceAndForOneSender() {
        Verdict first = judge("ann", Optional.empty());
        Credentials one = answer(first, "ann", "secret", Algorithm.MD5, "REGISTER", 1);
        Credentials three = answer(first, "ann", "secret", Algorithm.MD5, "REGISTER", 3);
        Credentials two = answer(first, "ann", "secret", Algorithm.MD5, "REGISTER", 2);
        assertThat(authenticator.judge("REGISTER", "ann", Optional.of(one), "192.0.2.66"))
                .as("stolen by another sender")
                .matches(verdict -> verdict instanceof Verdict.Challenged challenged && !challenged.wrong());
        for (Credentials given : List.of(one, three, two)) {
            assertThat(judge("ann", Optional.of(given))).isInstanceOf(Verdict.Proved.class);
        }
        assertThat(judge("ann", Optional.of(two))).as("replayed").matches(DigestTest::isStale);
        clock.now = clock.now.plus(Duration.ofMinutes(5)).plusMillis(1);
        Credentials four = answer(first, "ann", "secret", Algorithm.MD5, "REGISTER", 4);
        assertThat(judge("ann", Optional.of(four))).as("too old").matches(DigestTest::isStale);
    }

    private static boolean isStale(Verdict verdict) {
        return verdict instanceof Verdict.Challenged challenged
                && !challenged.wrong()
                && challenged.challenges().getFirst().contains("stale=true");
    }

    @Test
    void bothIsSha256FirstAndMd5AloneForAPhoneThatAsksAgain() {
        List<String> first = ((Verdict.Challenged) judge("bob", Optional.empty())).challenges();
        assertThat(first).hasSize(2);
        assertThat(first.getFirst()).contains("algorithm=SHA-256");
        List<String> again = ((Verdict.Challenged) judge("bob", Optional.empty())).challenges();
        assertThat(again).hasSize(1);
        assertThat(again.getFirst()).contains("algorithm=MD5");
    }

    @Test
    void aPhoneThatTookSha256IsNotTakenForOneThatDidNotUnderstand() {
        Verdict first = judge("bob", Optional.empty());
        Verdict proved = judge("bob", Optional.of(answer(first, "bob", "hidden", Algorithm.SHA_256, "REGISTER", 1)));
        assertThat(proved).isInstanceOf(Verdict.Proved.class);
        assertThat(((Verdict.Challenged) judge("bob", Optional.empty())).challenges())
                .hasSize(2);
    }

    @Test
    void somebodyUnknownIsChallengedLikeSomebodyKnown() {
        Verdict verdict = judge("nobody", Optional.empty());
        assertThat(((Verdict.Challenged) verdict).wrong()).isFalse();
        Algorithm by = ((Verdict.Challenged) verdict).challenges().getLast().contains("SHA-256")
                ? Algorithm.SHA_256
                : Algorithm.MD5;
        Verdict tried = judge("nobody", Optional.of(answer(verdict, "nobody", "nobody", by, "REGISTER", 1)));
        assertThat(((Verdict.Challenged) tried).wrong()).isTrue();
        assertThat(((Verdict.Challenged) tried).challenges().getFirst()).startsWith("Digest realm=\"hotline\", nonce=");
    }

    @Test
    void nonsenseInEachFieldIsRefusedNotThrown() {
        for (String nonsense : List.of("", "\"", "\u0000", "a".repeat(10_000), "%s%n", "=====", "-1", "ffffffffff")) {
            Credentials bad = new Credentials(
                    "ann", "hotline", nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, nonsense);
            assertThat(judge("ann", Optional.of(bad))).isInstanceOf(Verdict.Challenged.class);
        }
    }
}
