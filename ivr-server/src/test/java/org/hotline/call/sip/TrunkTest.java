package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.digest.Login;
import org.junit.jupiter.api.Test;

/** A trunk asks who calls (RFC 3261 section 22). */
class TrunkTest {
    private static TestFront hotline() {
        Login login = new Login("trunk", "hotline", "secret");
        return new TestFront(27_000, settings -> settings.logins(Map.of("127.0.0.1", login)));
    }

    private static CompletableFuture<Dialled> dials(TestFront hotline, Wire trunk) {
        return hotline.dials("sip:100@127.0.0.1:" + trunk.port());
    }

    /** Asks for a password and takes the ACK. */
    private static void asks(Wire trunk, String request, String realm, String nonce, String more) {
        String asked = "Proxy-Authenticate: Digest realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", algorithm=MD5, qop=\"auth\"" + more + "\n";
        trunk.reply(request, "407 Proxy Authentication Required", asked, "");
        if (request.startsWith("INVITE")) {
            trunk.next("ACK .*");
        }
    }

    private static String said(String request, String name) {
        return Wire.header(request, name).orElse("nothing");
    }

    @Test
    void theCallIsMadeAgainWithTheAnswerAndSoIsWhatFollowsInIt() {
        try (TestFront hotline = hotline();
                Wire trunk = new Wire(hotline.port())) {
            CompletableFuture<Dialled> dialled = dials(hotline, trunk);
            String first = trunk.next("INVITE .*");
            assertThat(first).doesNotContain("Authorization");
            asks(trunk, first, "trunk", "n1", "");
            String second = trunk.next("INVITE .*");
            assertThat(said(second, "Call-ID")).isEqualTo(said(first, "Call-ID"));
            assertThat(said(second, "From")).isEqualTo(said(first, "From"));
            assertThat(said(second, "CSeq")).isEqualTo("2 INVITE");
            assertThat(said(second, "Via")).isNotEqualTo(said(first, "Via"));
            assertThat(second).contains("m=audio");
            assertThat(said(second, "Proxy-Authorization"))
                    .startsWith("Digest ")
                    .contains("username=\"hotline\"", "realm=\"trunk\"", "nonce=\"n1\"")
                    .contains("uri=\"sip:100@127.0.0.1:" + trunk.port() + "\"");
            trunk.reply(second, "200 OK", "", trunk.offer());
            Call call = hotline.answered(dialled);
            assertThat(said(trunk.next("ACK .*"), "Proxy-Authorization"))
                    .as("the ACK has what its INVITE had (section 22.1)")
                    .isEqualTo(said(second, "Proxy-Authorization"));
            call.hangUp(HangupCause.NORMAL_CLEARING);
            asks(trunk, trunk.next("BYE .*"), "trunk", "n2", "");
            String bye = trunk.next("BYE .*");
            assertThat(said(bye, "Proxy-Authorization")).contains("nonce=\"n2\"");
            trunk.reply(bye, "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    @Test
    void anotherRealmIsToldNothing() {
        try (TestFront hotline = hotline();
                Wire trunk = new Wire(hotline.port())) {
            CompletableFuture<Dialled> dialled = dials(hotline, trunk);
            asks(trunk, trunk.next("INVITE .*"), "phisher", "n1", "");
            assertThat(dialled.join()).isEqualTo(new Dialled.Failed(HangupCause.CALL_REJECTED));
            assertThat(trunk.receive(Duration.ofMillis(500))).isEmpty();
            hotline.awaitNothingLeft();
        }
    }

    @Test
    void aTrunkThatDoesNotBelieveUsIsToldOnceAndOneWhoseNonceIsStaleAgain() {
        try (TestFront hotline = hotline();
                Wire trunk = new Wire(hotline.port())) {
            CompletableFuture<Dialled> dialled = dials(hotline, trunk);
            asks(trunk, trunk.next("INVITE .*"), "trunk", "n1", "");
            asks(trunk, trunk.next("INVITE .*"), "trunk", "n2", ", stale=true");
            String third = trunk.next("INVITE .*");
            assertThat(said(third, "Proxy-Authorization")).contains("nonce=\"n2\"");
            asks(trunk, third, "trunk", "n3", "");
            assertThat(dialled.join()).isEqualTo(new Dialled.Failed(HangupCause.CALL_REJECTED));
            assertThat(trunk.receive(Duration.ofMillis(500))).isEmpty();
            hotline.awaitNothingLeft();
        }
    }
}
