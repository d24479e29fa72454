package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.hotline.call.Ladder;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** REGISTER on the wire. */
class RegistrarTest {
    private static MediaEngine media;
    private static SipFront front;

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(22_000, 22_098));
        front = new SipFront(
                SipSettings.DEFAULT.port(0),
                Accounts.of(List.of(
                        Account.of("ann", "hotline", "secret", Account.Policy.MD5, "Ann"),
                        Account.of("bob", "hotline", "hidden", Account.Policy.BOTH, "Bob"))),
                media,
                Ladder.NONE,
                Clock.systemUTC());
        front.start(call -> {});
    }

    @AfterAll
    static void close() {
        front.close();
        media.close();
    }

    private static RegisteringPhone phone(String account, String password) {
        return new RegisteringPhone(new Wire(front.port()), account, password);
    }

    @Test
    void aPhoneRegistersIsListedAndUnregisters() {
        try (RegisteringPhone phone = phone("ann", "secret")) {
            String ok = phone.register("Contact: <sip:ann@127.0.0.1:7777>;expires=120\n");
            assertThat(Wire.status(ok)).isEqualTo(200);
            assertThat(Wire.header(ok, "Contact").orElseThrow()).startsWith("<sip:ann@127.0.0.1:7777>;expires=1");
            assertThat(front.registrations().of("ann").orElseThrow().reachable())
                    .isTrue();
            assertThat(Wire.status(phone.register("Contact: *\nExpires: 0\n"))).isEqualTo(200);
            assertThat(front.registrations().of("ann").orElseThrow().reachable())
                    .isFalse();
        }
    }

    @Test
    void bothAlgorithmsAreOfferedAndSha256Proves() {
        try (RegisteringPhone phone = phone("bob", "hidden")) {
            String ok = phone.register("Contact: <sip:bob@127.0.0.1:7778>\n");
            assertThat(Wire.status(ok)).isEqualTo(200);
            assertThat(Wire.header(ok, "Contact").orElseThrow()).contains("expires=3600");
        }
    }

    @Test
    void theRulesOfSection10_3() {
        try (RegisteringPhone phone = phone("ann", "secret")) {
            String brief = phone.register("Contact: <sip:ann@127.0.0.1:7779>;expires=5\n");
            assertThat(Wire.status(brief)).isEqualTo(423);
            assertThat(Wire.header(brief, "Min-Expires")).contains("60");
            assertThat(Wire.status(phone.register("Contact: *\n"))).isEqualTo(400);
            assertThat(Wire.status(phone.register("Contact: *\nContact: <sip:ann@127.0.0.1>\nExpires: 0\n")))
                    .isEqualTo(400);
            assertThat(Wire.status(phone.register(""))).as("a query").isEqualTo(200);
        }
    }

    @Test
    void somebodyUnknownGetsTheSameAnswerAsAWrongPassword() {
        try (RegisteringPhone known = phone("ann", "wrong");
                RegisteringPhone unknown = phone("mallory", "wrong")) {
            String one = known.register("Contact: <sip:x@127.0.0.1>\n");
            String other = unknown.register("Contact: <sip:x@127.0.0.1>\n");
            assertThat(shape(one)).isEqualTo(shape(other));
            assertThat(Wire.status(one)).isEqualTo(401);
        }
    }

    /** A response without what differs between any two. */
    private static List<String> shape(String response) {
        return response.lines()
                .map(line -> line.replaceAll(
                                "nonce=\"[^\"]*\"|branch=[^;]*|tag=[^;]*|rport=\\d+|:\\d+|algorithm=\\S+", "")
                        .replaceAll("ann|mallory", "NAME"))
                .filter(line -> !line.startsWith("Call-ID") && !line.startsWith("CSeq"))
                .toList();
    }

    @Test
    void whoeverClaimsAnAccountWhenCallingHasToProveIt() {
        try (Wire wire = new Wire(front.port())) {
            String body = wire.offer();
            String more = "Content-Type: application/sdp\n";
            wire.send(wire.request(
                    "INVITE",
                    "sip:4000@127.0.0.1",
                    "<sip:4000@127.0.0.1>",
                    "<sip:ann@hotline>;tag=9",
                    "c1",
                    1,
                    more,
                    body));
            assertThat(Wire.status(wire.answer())).isEqualTo(401);
        }
    }
}
