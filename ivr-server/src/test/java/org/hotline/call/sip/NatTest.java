package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.Test;

/**
 * Phones behind a NAT that say the address they have inside, 192.0.2.9, which leads nowhere: all that reaches them goes
 * where their packets come from (RFC 3581, RFC 5626 section 4.2, RFC 4961).
 */
class NatTest {
    private static final String INSIDE = "192.0.2.9";

    @Test
    void answersGoToTheSourceAndNameIt() {
        try (TestFront hotline = new TestFront(24_400, settings -> settings);
                Wire phone = new Wire(hotline.port())) {
            String options = phone.request(
                    "OPTIONS", "sip:127.0.0.1", "<sip:127.0.0.1>", "<sip:x@inside>;tag=1", Tags.fresh(), 1, "", "");
            phone.send(options.replace(
                    "Via: SIP/2.0/UDP 127.0.0.1:" + phone.port(), "Via: SIP/2.0/UDP " + INSIDE + ":5060"));
            String via = Wire.header(phone.answer(), "Via").orElseThrow();
            assertThat(via).contains("received=127.0.0.1").contains("rport=" + phone.port());
        }
    }

    @Test
    void aRegisteredPhoneIsRungTalksAndHangsUpAlongItsFlow() throws IOException {
        try (TestFront hotline = new TestFront(24_400, settings -> settings, "ann");
                RegisteringPhone phone = new RegisteringPhone(new Wire(hotline.port()), "ann", "secret");
                DatagramSocket sound = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            phone.at("sip:ann@" + INSIDE + ":5060");
            CompletableFuture<Dialled> dialled = hotline.dials("ann");
            String invite = phone.wire().next("INVITE sip:ann@" + INSIDE + ":5060 .*");
            phone.wire().reply(invite, "200 OK", "", behind(phone.wire().offer()));
            Call call = hotline.answered(dialled);
            phone.wire().next("ACK sip:ann@" + INSIDE + ":5060 .*");
            assertThat(hearsBack(sound, soundPort(invite)))
                    .as("sound comes to where sound was sent from")
                    .isTrue();
            call.hangUp(HangupCause.NORMAL_CLEARING);
            String bye = phone.wire().next("BYE sip:ann@" + INSIDE + ":5060 .*");
            phone.wire().reply(bye, "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    @Test
    void aCallerWhoseContactLeadsNowhereIsHungUpOnAlongItsFlow() {
        try (TestFront hotline = new TestFront(24_400, settings -> settings);
                Wire caller = new Wire(hotline.port())) {
            caller.contact("sip:100@" + INSIDE + ":5060");
            String callId = Tags.fresh();
            String from = "<sip:100@inside>;tag=7";
            String type = "Content-Type: application/sdp\n";
            caller.send(caller.request(
                    "INVITE",
                    "sip:4000@127.0.0.1",
                    "<sip:4000@127.0.0.1>",
                    from,
                    callId,
                    1,
                    type,
                    behind(caller.offer())));
            String ok = caller.answer();
            assertThat(Wire.status(ok)).isEqualTo(200);
            String to = Wire.header(ok, "To").orElseThrow();
            caller.send(caller.request("ACK", "sip:hotline@127.0.0.1", to, from, callId, 1, "", ""));
            hotline.taken().hangUp(HangupCause.NORMAL_CLEARING);
            caller.reply(caller.next("BYE .*"), "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    private static String behind(String offer) {
        return offer.replace("IN IP4 127.0.0.1", "IN IP4 " + INSIDE);
    }

    private static int soundPort(String invite) {
        return Integer.parseInt(invite.split("m=audio ", 2)[1].split(" ", 2)[0]);
    }

    /** Speaks as a phone does, a packet every 20 ms, until it is answered. */
    private static boolean hearsBack(DatagramSocket sound, int port) throws IOException {
        sound.setSoTimeout(20);
        for (int sequence = 0; sequence < 500; sequence++) {
            byte[] packet = ByteBuffer.allocate(172)
                    .put((byte) 0x80)
                    .put((byte) 0)
                    .putShort((short) sequence)
                    .putInt(160 * sequence)
                    .putInt(4711)
                    .array();
            sound.send(new DatagramPacket(packet, packet.length, InetAddress.ofLiteral("127.0.0.1"), port));
            try {
                sound.receive(new DatagramPacket(new byte[2_048], 2_048));
                return true;
            } catch (java.net.SocketTimeoutException nothing) {
                // the next packet is due
            }
        }
        return false;
    }
}
