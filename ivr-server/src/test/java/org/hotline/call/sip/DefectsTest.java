package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The known defects of the SIP stack (design page telephony.md, table 1.1), each by its number, and that none shows. Number
 * 9, a second ACK, and 10, the stack's own digest, are in InDialogTest (an ACK more does no harm) and DigestTest.
 */
class DefectsTest {
    private static MediaEngine media;
    private static SipFront front;

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(23_000, 23_198));
        front = new SipFront(
                SipSettings.DEFAULT.port(0),
                name -> {
                    if (name.equals("fault")) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return Optional.empty();
                },
                media,
                Ladder.NONE,
                Clock.systemUTC());
        front.start(call -> call.hangUp(HangupCause.USER_BUSY));
    }

    @AfterAll
    static void close() {
        front.close();
        media.close();
    }

    private static String options(Wire wire) {
        return wire.request("OPTIONS", "sip:127.0.0.1", "<sip:a@b>", "<sip:c@d>;tag=1", Tags.fresh(), 1, "", "");
    }

    private static int status(Wire wire, String message) {
        wire.send(message);
        return Wire.status(wire.answer());
    }

    @Test
    void number1TwoPhonesWithTheSameBranchBothGetAnAnswer() {
        try (Wire one = new Wire(front.port());
                Wire other = new Wire(front.port())) {
            String same = "branch=z9hG4bKsame" + Tags.fresh();
            assertThat(status(one, options(one).replaceFirst("branch=\\S+", same)))
                    .isEqualTo(200);
            assertThat(status(other, options(other).replaceFirst("branch=\\S+", same)))
                    .isEqualTo(400);
        }
    }

    @Test
    void number2NoAnswerGoesToAThirdHost() {
        try (Wire sender = new Wire(front.port());
                Wire victim = new Wire("127.0.0.2", front.port())) {
            String towardVictim = options(sender)
                    .replace(":" + sender.port() + ";rport", ":" + victim.port() + ";rport;maddr=127.0.0.2");
            assertThat(status(sender, towardVictim)).isEqualTo(200);
            assertThat(victim.receive(Duration.ofMillis(300))).isEmpty();
        }
    }

    @Test
    void number3TheEndpointAsksItselfWhetherItIsAlive() {
        assertThat(front.health().workers()).isPositive();
        assertThat(front.health().isWell()).isTrue();
        assertThat(new SipHealth(Duration.ofMinutes(1), 4, 0).isWell()).isFalse();
        assertThat(new SipHealth(Duration.ZERO, 0, 0).isWell()).isFalse();
    }

    @Test
    void number4WhatIsTooLongIsNotParsed() throws IOException {
        try (Wire wire = new Wire(front.port())) {
            String big = options(wire).replace("Max-", "X-Long: " + "a".repeat(17_000) + "\nMax-");
            wire.send(big);
            assertThat(wire.receive(Duration.ofMillis(300))).isEmpty();
            long began = System.nanoTime();
            String slow = options(wire).replace("Max-", "Referred-By: <tel:+1" + ";".repeat(9_000) + ">\nMax-");
            assertThat(status(wire, slow)).isEqualTo(400);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(status(wire, options(wire))).isEqualTo(200);
            String overTcp = tcp(big.replace("\n", "\r\n").replace("SIP/2.0/UDP", "SIP/2.0/TCP"));
            assertThat(overTcp).as("the stack's 400, or silence").doesNotStartWith("SIP/2.0 200");
            assertThat(status(wire, options(wire))).isEqualTo(200);
        }
    }

    private static String tcp(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), front.port())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            int read = in.read(buffer);
            return read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException silence) {
            return "";
        }
    }

    @Test
    void number5AFloodFromOneSourceIsDroppedBeforeItIsParsed() {
        SipFront small = new SipFront(
                SipSettings.DEFAULT.port(0).messageRate(20), Accounts.NONE, media, Ladder.NONE, Clock.systemUTC());
        small.start(call -> {});
        try (Wire wire = new Wire(small.port())) {
            for (int i = 0; i < 300; i++) {
                wire.send(options(wire));
            }
            int answers = 0;
            while (wire.receive(Duration.ofMillis(500)).isPresent()) {
                answers++;
            }
            assertThat(answers).isBetween(20, 80);
            assertThat(status(wire, options(wire)))
                    .as("when it has calmed down")
                    .isEqualTo(200);
        } finally {
            small.close();
        }
    }

    @Test
    void number6AFaultOfOursIsAnswered() {
        try (Wire wire = new Wire(front.port())) {
            String invite = wire.request(
                    "INVITE", "sip:1@x", "<sip:1@x>", "<sip:fault@hotline>;tag=1", Tags.fresh(), 1, "", "");
            assertThat(status(wire, invite)).isEqualTo(500);
        }
    }

    @Test
    void number7WhatTheStackPassesOverInSilenceIsAnswered() {
        try (Wire wire = new Wire(front.port())) {
            assertThat(status(wire, options(wire).replace("Max-Forwards: 70\n", "")))
                    .isEqualTo(400);
            assertThat(status(wire, options(wire).replaceFirst(" SIP/2.0\n", " SIP/7.0\n")))
                    .isEqualTo(505);
            assertThat(status(wire, options(wire).replace("To: <sip:a@b>\n", "")))
                    .isEqualTo(400);
            assertThat(status(wire, options(wire).replace("To:", "To: <sip:e@f>\nTo:")))
                    .isEqualTo(400);
        }
    }

    @Test
    void number8NothingOfTheRequestIsInAReasonPhrase() throws IOException {
        try (Wire wire = new Wire(front.port())) {
            String bad = options(wire).replace("Content-Length: 0", "Content-Length: 99999999999");
            wire.send(bad);
            assertThat(wire.answer()).startsWith("SIP/2.0 400 Malformed content-length\r\n");
            String overTcp = tcp(bad.replace("\n", "\r\n").replace("SIP/2.0/UDP", "SIP/2.0/TCP"));
            assertThat(overTcp.lines().findFirst().orElse("")).doesNotContain("999");
        }
    }

    @Test
    void number11TlsIfEverSwitchedOnAsksNoPhoneForACertificate() {
        assertThat(Endpoint.properties())
                .containsEntry("gov.nist.javax.sip.TLS_CLIENT_AUTH_TYPE", "Disabled")
                .containsEntry("gov.nist.javax.sip.TLS_CLIENT_PROTOCOLS", "TLSv1.3, TLSv1.2");
    }

    @Test
    void number12ACallOverTcpThatNobodyTakesUpIsGivenUpSoon() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Dialled dialled = front.dial(
                    new Destination(
                            "sip:x@127.0.0.1:" + mute.getLocalPort() + ";transport=tcp", PhoneNumber.WITHHELD, ""),
                    Duration.ofSeconds(30));
            assertThat(dialled).isEqualTo(new Dialled.Failed(HangupCause.NO_USER_RESPONSE));
        }
    }

    @Test
    void number13AddressesWithAZoneAreRefusedWhenConfigured() {
        assertThatThrownBy(() -> SipSettings.DEFAULT.addresses(InetAddress.ofLiteral("fe80::1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("link-local");
    }

    @Test
    void scannersFindNobody() {
        try (Wire wire = new Wire(front.port())) {
            for (String agent : List.of("friendly-scanner", "sipcli/v1.8", "VaxSIPUserAgent/3.0")) {
                wire.send(options(wire).replace("Max-", "User-Agent: " + agent + "\nMax-"));
                assertThat(wire.receive(Duration.ofMillis(200))).as(agent).isEmpty();
            }
        }
    }
}
