package org.hotline.call.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Answers to challenges, with the examples of RFC 7616 section 3.9.1 and RFC 2069 as corrected. */
class LoginTest {
    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final Login MUFASA = new Login("http-auth@example.org", "Mufasa", "Circle of Life");

    private static Challenge challenge(String realm, String algorithm, String qop) {
        return new Challenge(realm, NONCE, algorithm, qop, "opaque", false);
    }

    private static String answer(Challenge challenge) {
        return MUFASA.answer(challenge, "GET", "/dir/index.html", CNONCE).orElse("none");
    }

    @Test
    void theExamplesOfTheRfc() {
        assertThat(answer(challenge(MUFASA.realm(), "MD5", "auth, auth-int")))
                .contains("username=\"Mufasa\"", "uri=\"/dir/index.html\"", "opaque=\"opaque\"")
                .contains("qop=auth, nc=00000001", "algorithm=MD5")
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"");
        assertThat(answer(challenge(MUFASA.realm(), "SHA-256", "auth")))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    @Test
    void aChallengeWithoutProtectionIsAnsweredAsOfOld() {
        Login old = new Login("testrealm@host.com", "Mufasa", "CircleOfLife");
        Challenge challenge =
                new Challenge("testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "", "", "", false);
        assertThat(old.answer(challenge, "GET", "/dir/index.html", CNONCE).orElse("none"))
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("qop", "nc=", "opaque", "algorithm");
    }

    @Test
    void anotherRealmAndUnknownKindsAreNotAnswered() {
        assertThat(answer(challenge("elsewhere", "MD5", "auth"))).isEqualTo("none");
        assertThat(answer(challenge(MUFASA.realm(), "SHA-512-256", "auth"))).isEqualTo("none");
        assertThat(answer(challenge(MUFASA.realm(), "MD5", "auth-int"))).isEqualTo("none");
    }

    @Test
    void aQuoteInANameStaysInItsPlace() {
        Login odd = new Login("r", "a\"b", "p");
        assertThat(odd.answer(challenge("r", "MD5", "auth"), "INVITE", "sip:x", CNONCE)
                        .orElse("none"))
                .contains("username=\"a\\\"b\"");
    }

    @Test
    void anAccountHasARealmAUserAndNoPasswordToShow() {
        assertThatThrownBy(() -> new Login("", "user", "secret")).hasMessageContaining("realm and a user");
        assertThat(MUFASA).asString().doesNotContain("Circle");
    }
}
