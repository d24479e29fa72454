package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Accounts;
import org.hotline.call.digest.Algorithm;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** REGISTER on the wire. */
class RegistrarTest {
    private static final MediaEngine MEDIA = new MediaEngine(RtpSettings.DEFAULT.ports(22_000, 22_098));
    private static final SipFront FRONT = new SipFront(
            SipSettings.DEFAULT.port(0),
            Accounts.of(List.of(
                    Account.of("ann", "hotline", "secret", Account.Policy.MD5, "Ann"),
                    Account.of("bob", "hotline", "hidden", Account.Policy.BOTH, "Bob"))),
            MEDIA,
            Ladder.NONE,
            Clock.systemUTC());

    @BeforeAll
    static void open() {
        FRONT.start(call -> {});
    }

    @AfterAll
    static void close() {
        FRONT.close();
        MEDIA.close();
    }

    /** One phone's REGISTERs. */
    private static final class Phone implements AutoCloseable {
        private final Wire wire = new Wire(FRONT.port());
        private final String callId = Tags.fresh();
        private final String account;
        private final String password;
        private int cseq;

        Phone(String account, String password) {
            this.account = account;
            this.password = password;
        }

        String ask(String more) {
            cseq++;
            String uri = "sip:127.0.0.1";
            String us = "<sip:" + account + "@127.0.0.1>";
            wire.send(wire.request("REGISTER", uri, us, us + ";tag=1", callId, cseq, more, "")
                    .replaceFirst("Contact: <sip:tester@[^\n]*\n", ""));
            return wire.answer();
        }

        String register(String more) {
            String challenge = ask(more);
            assertThat(Wire.status(challenge)).isEqualTo(401);
            return ask(more + authorization(challenge));
        }

        String authorization(String challenge) {
            Map<String, String> said = new TreeMap<>();
            Matcher parameter = Pattern.compile("(\\w+)=\"?([^\",]+)\"?")
                    .matcher(Wire.header(challenge, "WWW-Authenticate").orElseThrow());
            while (parameter.find()) {
                said.put(parameter.group(1), parameter.group(2));
            }
            Algorithm by = Algorithm.of(said.getOrDefault("algorithm", "")).orElseThrow();
            String first = by.secret(account, said.getOrDefault("realm", ""), password);
            String second = by.hash("REGISTER:sip:127.0.0.1");
            String response = by.hash(String.join(":", first, said.get("nonce"), "00000001", "abc", "auth", second));
            return ("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"sip:127.0.0.1\","
                            + " response=\"%s\", algorithm=%s, cnonce=\"abc\", qop=auth, nc=00000001\n")
                    .formatted(account, said.getOrDefault("realm", ""), said.get("nonce"), response, by.token());
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    @Test
    void aPhoneRegistersIsListedAndUnregisters() {
        try (Phone phone = new Phone("ann", "secret")) {
            String ok = phone.register("Contact: <sip:ann@127.0.0.1:7777>;expires=120\n");
            assertThat(Wire.status(ok)).isEqualTo(200);
            assertThat(Wire.header(ok, "Contact").orElseThrow()).startsWith("<sip:ann@127.0.0.1:7777>;expires=1");
            assertThat(FRONT.registrations().of("ann").orElseThrow().reachable())
                    .isTrue();
            assertThat(Wire.status(phone.register("Contact: *\nExpires: 0\n"))).isEqualTo(200);
            assertThat(FRONT.registrations().of("ann").orElseThrow().reachable())
                    .isFalse();
        }
    }

    @Test
    void bothAlgorithmsAreOfferedAndSha256Proves() {
        try (Phone phone = new Phone("bob", "hidden")) {
            String ok = phone.register("Contact: <sip:bob@127.0.0.1:7778>\n");
            assertThat(Wire.status(ok)).isEqualTo(200);
            assertThat(Wire.header(ok, "Contact").orElseThrow()).contains("expires=3600");
        }
    }

    @Test
    void theRulesOfSection10_3() {
        try (Phone phone = new Phone("ann", "secret")) {
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
        try (Phone known = new Phone("ann", "wrong");
                Phone unknown = new Phone("mallory", "wrong")) {
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
        try (Wire wire = new Wire(FRONT.port())) {
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
